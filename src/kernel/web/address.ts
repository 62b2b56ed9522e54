import { useLocation, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** The parameters of the page's path as strings: `const { unitId } = usePageParams<'unitId'>()`. */
export function usePageParams<N extends string>(): Readonly<Record<N, string>> {
  return useParams({ strict: false }) as Readonly<Record<N, string>>
}

/** The address of a page: `hrefOf('/to-chuc/$unitId', { unitId }, { the: 'lich-su' })`. Empty values are left out. */
export function hrefOf(
  path: string,
  params: Readonly<Record<string, string>> = {},
  search: Readonly<Record<string, string | undefined>> = {},
): string {
  const filled = path.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return filled + stringifySearch(search)
}

/** Goes to an address made by `hrefOf`; the as-of date in the present address goes along unless the new one names its own. */
export function useGo(): (href: string, options?: { replace?: boolean }) => Promise<void> {
  const navigate = useNavigate()
  return useCallback(
    async (href, options = {}) => {
      const at = new URL(href, location.origin)
      await navigate({
        to: decodeURI(at.pathname),
        search: parseSearch(at.search) as never,
        hash: at.hash.slice(1),
        replace: options.replace ?? false,
      })
    },
    [navigate],
  )
}

/**
 * State that stands in the address (filters, tab, opened row), so that it can be sent to a colleague:
 * `const [view, setView] = useAddress({ tab: 'list', q: '' })`. A value equal to its default leaves the address.
 * Changing it replaces the entry in the browser's history unless `push` is said.
 */
export function useAddress<T extends Readonly<Record<string, string>>>(
  defaults: T,
): [T, (change: Partial<T>, options?: { push?: boolean }) => void] {
  const router = useRouter()
  const search = useLocation({ select: (at) => at.search as Record<string, string> })
  const known = JSON.stringify(defaults)
  const values = useMemo(() => {
    const wanted = JSON.parse(known) as Record<string, string>
    return Object.fromEntries(Object.keys(wanted).map((key) => [key, search[key] ?? wanted[key]])) as unknown as T
  }, [search, known])
  const change = useCallback(
    (next: Partial<T>, options: { push?: boolean } = {}) => {
      const wanted = JSON.parse(known) as Record<string, string>
      const merged = { ...(router.latestLocation.search as Record<string, string>) }
      for (const [key, value] of Object.entries(next) as [string, string][]) {
        if (value === wanted[key]) delete merged[key]
        else merged[key] = value
      }
      void router.navigate({
        to: router.latestLocation.pathname,
        search: merged as never,
        replace: !options.push,
        resetScroll: false,
      })
    },
    [router, known],
  )
  return [values, change]
}

/** Reads `?a=1&b=x` as plain strings: nothing in an address is guessed to be a number or JSON. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** Writes a search part, without empty values; `''` when nothing is left. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
