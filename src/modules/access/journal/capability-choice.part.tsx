import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { kernelCapabilityTexts } from '#kernel/capabilities/kernel.text.ts'
import { fold } from '#kernel/contract/fold.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { webModules } from '#kernel/web/modules.ts'
import { journalTexts } from './journal.text.ts'

interface Deed {
  readonly name: string
  readonly module: string
  readonly title: { readonly vi: string; readonly en: string }
}

/** Chooses one capability that leaves entries. The list is the product's own public description, read when the choice is opened. */
export function CapabilityChoice(props: { readonly value: string; readonly onChange: (capability: string) => void }) {
  const t = useText(journalTexts)
  const language = useLanguage()
  const [wanted, setWanted] = useState(false)
  const deeds = useQuery({
    queryKey: ['deeds'],
    queryFn: listDeeds,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: wanted || props.value !== '',
  }).data
  const options = useMemo(() => {
    const modules = new Map<string, { value: string; label: string }[]>()
    for (const { name, module, title } of deeds ?? []) {
      const group = nameOf(module, language)
      modules.set(group, [...(modules.get(group) ?? []), { value: name, label: title[language] }])
    }
    return [...modules].map(([group, items]) => ({ group, items }))
  }, [deeds, language])
  return (
    <Select
      label={t('filter.capability')}
      placeholder={t('filter.capability.all')}
      data={options}
      value={props.value || null}
      onChange={(value) => props.onChange(value ?? '')}
      onDropdownOpen={() => setWanted(true)}
      searchable
      clearable
      filter={({ options: all, search }) =>
        all.map((part) =>
          'group' in part
            ? { ...part, items: part.items.filter(({ label }) => fold(label).includes(fold(search))) }
            : part,
        )
      }
    />
  )
}

function nameOf(module: string, language: 'vi' | 'en'): string {
  const texts = module === 'kernel' ? kernelCapabilityTexts : webModules().find(({ name }) => name === module)?.texts
  return (texts?.[language] as Readonly<Record<string, string>> | undefined)?.['module.name'] ?? module
}

interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly 'x-summary-vi': string
  readonly 'x-kind': string
}

/** The commands of this product, with their names in both languages. */
async function listDeeds(): Promise<readonly Deed[]> {
  const answer = await fetch('/api/openapi.json')
  const { paths } = (await answer.json()) as { paths: Readonly<Record<string, { readonly post: Operation }>> }
  return Object.values(paths)
    .map(({ post }) => post)
    .filter((post) => post['x-kind'] === 'command')
    .map((post) => ({
      name: post.operationId,
      module: post.tags[0] ?? '',
      title: { vi: post['x-summary-vi'], en: post.summary },
    }))
}
