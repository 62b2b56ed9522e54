import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useState } from 'react'

const SearchDialog = lazy(() => import('./search-dialog.part.tsx'))
const Opener = createContext<() => void>(() => {})

/** Opens the search box from anywhere in the shell. */
export function useOpenSearch(): () => void {
  return useContext(Opener)
}

/** Listens for Ctrl/⌘ K and keeps the search box, whose code is loaded when first opened. */
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
      <Suspense>{opened ? <SearchDialog onClose={() => setOpened(false)} /> : null}</Suspense>
    </Opener>
  )
}
