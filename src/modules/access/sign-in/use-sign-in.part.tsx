import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { InputOf } from '#kernel/contract/contract.ts'
import { useCommand } from '#kernel/web/client.ts'
import { useSessionBox } from '#kernel/web/session.ts'
import { signIn } from './sign-in.contract.ts'

/** Opens a session and reads anew who is here; the page then goes on by itself. */
export function useSignIn() {
  const client = useQueryClient()
  const { refresh } = useSessionBox()
  const [going, setGoing] = useState(false)
  const command = useCommand(signIn, { refresh: [] })
  const { send } = command
  const enter = useCallback(
    async (input: InputOf<typeof signIn>): Promise<boolean> => {
      setGoing(true)
      try {
        await send(input)
        // Nothing that was answered to somebody else in this browser is shown to the next person.
        client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
        await refresh()
        return true
      } catch {
        // Shown from `problem` and `lost`.
        return false
      } finally {
        setGoing(false)
      }
    },
    [client, send, refresh],
  )
  return { enter, going, problem: command.problem, lost: command.lost }
}
