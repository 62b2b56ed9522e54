import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { type ReactNode, StrictMode, useEffect, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { onUnknown, ProblemError } from './call.ts'
import { chooseCapacity, settleCapacity } from './capacity.ts'
import { onBack } from './connection.ts'
import type { WebModule } from './module.ts'
import { setWebModules } from './modules.ts'
import { kernelPages } from './pages/kernel.pages.ts'
import { LoadingState } from './parts/loading.part.tsx'
import { ErrorState } from './parts/states.part.tsx'
import { applyPreferences, usePreferences } from './preferences.ts'
import { makeRouter } from './router.tsx'
import { type Session, type SessionBox, SessionContext } from './session.ts'
import { cssVariablesResolver, theme } from './theme/theme.ts'
import './theme/index.css'

/** What the product is made of; `src/web.tsx` hands it over, so that the kernel imports no module. */
export interface AppParts {
  readonly modules: readonly WebModule[]
  /** Asks who is here (the capability `access.who-am-i`). */
  readonly loadSession: () => Promise<Session>
  readonly signOut: () => Promise<void>
  /** The address of the sign-in page, an `open` page of a module; it finds where to go on in `?tiep=`. */
  readonly signInPath: string
}

/** The nonce of this page, as the server wrote it. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/** Starts the product in the page. */
export function startApp(parts: AppParts): void {
  setNonce(pageNonce())
  applyPreferences()
  const client = makeQueryClient()
  const modules = [...parts.modules, kernelPages]
  setWebModules(modules)
  const router = makeRouter(modules, parts.signInPath)
  // The screen's own files come while the server is asked who is here.
  for (const { routeId } of router.matchRoutes(router.latestLocation))
    void router.loadRouteChunk(router.routesById[routeId])
  onBack(() => void client.refetchQueries({ predicate: (query) => query.state.status === 'error' || query.isStale() }))
  createRoot(document.getElementById('app') as HTMLElement).render(
    <StrictMode>
      <Surroundings client={client}>
        <SessionGate parts={parts} router={router} />
      </Surroundings>
    </StrictMode>,
  )
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // An office network may have no way out to the internet: ask the server itself, not the browser's guess.
        networkMode: 'always',
        retry: (count, error) => !(error instanceof ProblemError && error.problem.kind !== 'busy') && count < 1,
        staleTime: 10_000,
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Theme, nonce and the keeper of answers, around everything that is shown. */
export function Surroundings({ client, children }: { client: QueryClient; children: ReactNode }) {
  const colours = useMemo(() => localStorageColorSchemeManager({ key: 'lienchi.colours' }), [])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colours}
      defaultColorScheme="auto"
      getStyleNonce={pageNonce}
      deduplicateInlineStyles
    >
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </MantineProvider>
  )
}

/** Asks who is here; where the capacity chosen does not fit what the person holds, chooses another and asks again. */
async function loadSettled(parts: AppParts): Promise<Session> {
  const session = await parts.loadSession()
  return settleCapacity(session) ? parts.loadSession() : session
}

function SessionGate({ parts, router }: { parts: AppParts; router: AnyRouter }) {
  const client = useQueryClient()
  const { language } = usePreferences()
  const answer = useQuery({ queryKey: ['session'], queryFn: () => loadSettled(parts), staleTime: 60_000 })
  const session = answer.data

  useEffect(() => {
    onUnknown(() => void client.invalidateQueries({ queryKey: ['session'] }))
  }, [client])

  // biome-ignore lint/correctness/useExhaustiveDependencies: answers are asked again when the language changes
  useEffect(() => {
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  }, [language, client])

  const box = useMemo<SessionBox | null>(
    () =>
      session
        ? {
            session,
            refresh: () => client.invalidateQueries({ queryKey: ['session'] }),
            choose: async (id) => {
              chooseCapacity(id)
              await client.resetQueries()
            },
            signOut: async () => {
              await parts.signOut()
              chooseCapacity(null)
              client.clear()
              location.assign(parts.signInPath)
            },
          }
        : null,
    [session, client, parts],
  )

  if (!box) {
    return (
      <main className="before-session">
        {answer.error ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} /> : <LoadingState />}
      </main>
    )
  }
  return (
    <SessionContext value={box}>
      <RouterProvider router={router} />
    </SessionContext>
  )
}
