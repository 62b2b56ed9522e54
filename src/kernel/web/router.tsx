import {
  type AnyRouter,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  useRouter,
} from '@tanstack/react-router'
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react'
import { parseSearch, stringifySearch } from './address.ts'
import { asOfKey } from './as-of.ts'
import { texts } from './kernel.text.ts'
import { knownOnKey } from './known-on.ts'
import { useText } from './language.ts'
import type { PageEntry, WebModule } from './module.ts'
import { LoadingState } from './parts/loading.part.tsx'
import { NotAllowedState, NotFoundState, ThrownState } from './parts/states.part.tsx'
import { useSession } from './session.ts'
import { Shell } from './shell/shell.part.tsx'

/** The product's routes, built from the modules' page lists; every screen is loaded when first visited. */
export function makeRouter(modules: readonly WebModule[], signInPath: string): AnyRouter {
  const root = createRootRoute({
    component: Shell,
    notFoundComponent: NotFoundState,
    errorComponent: ThrownState,
    validateSearch: (search: Record<string, unknown>) => search as Record<string, string>,
    search: { middlewares: [keepDays] },
  })
  const pages = modules.flatMap((module) =>
    module.pages.map((page) => {
      const Screen = lazyRouteComponent(page.load) as unknown as ComponentType & { preload?: () => Promise<void> }
      const Guarded = () => (
        <Guard page={page} signInPath={signInPath}>
          <Screen />
        </Guard>
      )
      return createRoute({
        getParentRoute: () => root,
        path: page.path,
        staticData: { page, module } as object,
        component: Object.assign(Guarded, { preload: () => Screen.preload?.() }),
      })
    }),
  )
  return createRouter({
    routeTree: root.addChildren(pages),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: ThrownState,
    defaultNotFoundComponent: NotFoundState,
    scrollRestoration: true,
    notFoundMode: 'root',
  })
}

/** The as-of date, and the day until which one asks what was recorded, go along from screen to screen until another is chosen. */
function keepDays(ask: {
  search: Record<string, string>
  next: (search: Record<string, string>) => Record<string, string>
}): Record<string, string> {
  const next = { ...ask.next(ask.search) }
  for (const key of [asOfKey, knownOnKey]) {
    const kept = ask.search[key]
    if (!(key in next) && kept) next[key] = kept
  }
  return next
}

function Guard({ page, signInPath, children }: { page: PageEntry; signInPath: string; children: ReactNode }) {
  const session = useSession()
  const t = useText(texts)
  if (page.open) return children
  if (!session.signedIn) return <ToSignIn signInPath={signInPath} />
  if (page.requires && !session.may.includes(page.requires))
    return <NotAllowedState detail={t('state.notAllowed.detail')} />
  return children
}

/** Goes to the sign-in page once, keeping the address that was asked for; the sign-in page itself is on its way meanwhile. */
function ToSignIn({ signInPath }: { signInPath: string }) {
  const router = useRouter()
  const asked = useRef(router.latestLocation)
  useEffect(() => {
    if (asked.current.pathname === signInPath) return
    void router.navigate({ to: signInPath, search: { tiep: asked.current.href } as never, replace: true })
  }, [router, signInPath])
  return null
}
