import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { SearchDialog } from './search-dialog.part.tsx'

const Opener = createContext<() => void>(() => {})

/** Opens the search box from anywhere in the shell. */
export function useOpenSearch(): () => void {
  return useContext(Opener)
}

/** Listens for Ctrl/⌘ K. The box is not loaded on demand: what is typed right after the keys must arrive in it. */
export function SearchOpener({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpened((was) => !was)
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <Opener value={() => setOpened(true)}>
      {children}
      {opened ? <SearchDialog onClose={() => setOpened(false)} /> : null}
    </Opener>
  )
}
