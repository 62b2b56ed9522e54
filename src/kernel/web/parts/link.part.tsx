import { Link } from '@tanstack/react-router'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { parseSearch } from '../address.ts'

/** A link inside the product to an address made by `hrefOf`; the as-of date goes along. Loads the screen when pointed at. */
export function PageLink({
  href,
  children,
  ...rest
}: { readonly href: string; readonly children: ReactNode } & Omit<ComponentPropsWithoutRef<'a'>, 'href'>) {
  const at = new URL(href, location.origin)
  return (
    <Link
      to={decodeURI(at.pathname) as never}
      search={parseSearch(at.search) as never}
      hash={at.hash.slice(1)}
      {...(rest as object)}
    >
      {children}
    </Link>
  )
}
