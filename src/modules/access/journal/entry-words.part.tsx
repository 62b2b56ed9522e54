import { useMemo } from 'react'
import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { type Formats, useFormats, useLanguage, useText } from '#kernel/web/language.ts'
import { webModules } from '#kernel/web/modules.ts'
import { useMay } from '#kernel/web/session.ts'
import { accounts } from '../accounts/accounts.contract.ts'
import { roles } from '../roles/roles.contract.ts'
import { fieldTexts } from './fields.text.ts'
import type { journal } from './journal.contract.ts'
import { journalTexts } from './journal.text.ts'

/** One entry of the journal as the screen receives it. */
export type Entry = OutputOf<typeof journal>['entries'][number]

/** Who acted. Signing in begins without a session: then it is the user name that was given. */
export function actorOf(entry: Entry): string | undefined {
  if (entry.actorName !== null) return entry.actorName
  const { username } = (entry.capability === 'access.sign-in' ? (entry.input ?? {}) : {}) as { username?: unknown }
  return typeof username === 'string' ? username : undefined
}

/** How fields, values and subjects of an entry are said to a person. */
export interface EntryWords {
  /** The name of a field: "Tổ chức › Tên". */
  readonly field: (path: readonly string[]) => string
  /** A single value; `path` tells what it is a value of. */
  readonly value: (value: unknown, path: readonly string[]) => string
  /** What an entry is about, from `kind:id`. */
  readonly subject: (subject: string) => string
}

/** Words for one entry: fields by its module's `field.<name>` or the common ones, ids by the names the entry brings. */
export function useEntryWords(entry: Pick<Entry, 'capability' | 'units'>): EntryWords {
  const language = useLanguage()
  const t = useText(journalTexts)
  const format = useFormats()
  const names = useNames(entry)
  return useMemo(() => {
    const common = fieldTexts[language] as Readonly<Record<string, string>>
    const [moduleName] = entry.capability.split('.')
    const own = webModules().find((module) => module.name === moduleName)?.texts[language] as Record<string, string>
    const word = (name: string): string => {
      const [, plain = name, tongue] = camel(name).match(/^(.+?)(Vi|En)?$/) ?? []
      const said = own?.[`field.${plain}`] ?? common[plain] ?? inWords(plain)
      return tongue ? `${said} (${common[tongue.toLowerCase()]})` : said
    }

    function one(value: unknown, path: readonly string[]): string {
      if (value === null || value === undefined || value === '') return t('value.empty')
      if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no')
      if (typeof value === 'number') return isYear(value) ? String(value) : format.number(value)
      if (typeof value === 'string') return ofText(value, path)
      if (!Array.isArray(value)) return JSON.stringify(value)
      const plain = value.every((part) => part === null || typeof part !== 'object')
      return plain && value.length <= 12
        ? value.map((part) => one(part, path)).join(', ')
        : t('value.items', { count: value.length })
    }

    function ofText(value: string, path: readonly string[]): string {
      const last = path.at(-1) ?? ''
      const kind = last.toLowerCase().endsWith('precision') ? 'precision' : last
      const known = names.get(value) ?? own?.[`field.${last}.${value}`] ?? common[`${kind}.${value}`]
      if (known) return known
      if (uuid.test(value)) return t('value.code', { code: value.slice(-6) })
      return dateIn(value, format) ?? value
    }

    return {
      field: (path) => path.map((name) => (/^\d+$/.test(name) ? name : word(name))).join(' › '),
      value: one,
      subject: (subject) => {
        const [kind = '', id = ''] = split(subject)
        const known = names.get(id) ?? common[`${kind}.${id}`]
        if (known) return known
        const said = common[`subject.${kind}`] ?? common['subject.other'] ?? kind
        return uuid.test(id) ? `${said} ${t('value.code', { code: id.slice(-6) })}` : said
      },
    }
  }, [entry.capability, language, t, format, names])
}

/** What things are called, for the limit that came by a link: the shown entries know the names of units. */
export function useSubjectWords(entries: readonly Entry[]): (subject: string) => string {
  const units = useMemo(() => entries.flatMap((entry) => entry.units), [entries])
  return useEntryWords({ capability: '', units }).subject
}

/** Names for ids and codes: the entry's own units, and where this person may see them the roles and the accounts. */
function useNames(entry: Pick<Entry, 'units'>): ReadonlyMap<string, string> {
  const language = useLanguage()
  const given = useAnswer(accounts, { limit: 200 }, { enabled: useMay('access.accounts') }).data
  const sets = useAnswer(roles, {}).data
  return useMemo(() => {
    const names = new Map<string, string>()
    for (const role of sets?.roles ?? []) names.set(role.code, role.name[language])
    for (const account of given?.accounts ?? []) names.set(account.id, account.displayName)
    for (const unit of entry.units) if (unit.name !== null) names.set(unit.id, unit.name)
    return names
  }, [given, sets, entry.units, language])
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function split(subject: string): [string, string] {
  const at = subject.indexOf(':')
  return at < 0 ? [subject, ''] : [subject.slice(0, at), subject.slice(at + 1)]
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100
}

function dateIn(value: string, format: Formats): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value as PlainDate)
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? format.moment(value) : null
}

/** A column's name as the contracts write it: `as_of_on` as `asOfOn`. */
function camel(name: string): string {
  return name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
}

/** A field without a word of its own: `dueDay` as "due day". */
function inWords(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')

    .toLowerCase()
}
