import { useMutation } from '@tanstack/react-query'
import { call } from '#kernel/web/client.ts'
import { verifyJournal } from './verify-journal.contract.ts'

/** Reads the whole journal again when asked to; never by itself, since it takes its time. */
export function useVerify() {
  return useMutation({
    mutationFn: async () => ({ ...(await call(verifyJournal, {})), at: new Date().toISOString() }),
  })
}

/** A verification as the button and the result share it. */
export type Verify = ReturnType<typeof useVerify>
