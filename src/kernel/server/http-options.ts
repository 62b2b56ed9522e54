import type { Kernel } from './kernel.ts'
import type { Module } from './module.ts'
import type { TrustedProxies } from './who-asks.ts'

/** What the HTTP face needs beside the kernel. */
export interface HttpOptions {
  readonly kernel: Kernel
  readonly modules: readonly Module[]
  /** Folder of the built screens, or null where only the API is served (tests). */
  readonly webFolder: string | null
  /** Signs the addresses of files. */
  readonly secret: string
  /** Whether people reach the product by TLS (LIENCHI_URL is https). */
  readonly secure?: boolean
  /** Whose word about the asker is believed; nobody's unless told. */
  readonly proxies?: TrustedProxies
  /** Whether the database is reached and migrated. */
  ready(): Promise<boolean>
  /** What the person who runs the machine should know (shown by /readyz). */
  warnings?(): string[]
}
