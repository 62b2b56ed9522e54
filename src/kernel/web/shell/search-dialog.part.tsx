import { useDebouncedValue } from '@mantine/hooks'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useGo } from '../address.ts'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { SearchIcon } from '../parts/icons.tsx'
import classes from './search.module.css'
import { useSearchHits } from './use-search-hits.ts'

/**
 * One box that reaches units and screens. Arrow keys choose, Enter opens, Esc closes. A dialog of the browser's own: it has the focus the
 * moment it stands, and gives it back.
 */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(texts)
  const go = useGo()
  const id = useId()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 140)
  const groups = useSearchHits(asked)
  const hits = groups.flatMap((group) => group.hits)
  const [chosen, setChosen] = useState(0)
  const box = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  const at = Math.min(chosen, Math.max(hits.length - 1, 0))
  const asking = groups.some((group) => group.asking)

  function open(index: number): void {
    const hit = hits[index]
    if (!hit) return
    onClose()
    void go(hit.href)
  }

  function move(by: number): void {
    if (hits.length === 0) return
    const next = (at + by + hits.length) % hits.length
    setChosen(next)
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' })
  }

  let count = -1
  return (
    <dialog
      ref={box}
      className={classes.dialog}
      aria-label={t('search.label')}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      onKeyDown={undefined}
    >
      <div className={classes.line}>
        <SearchIcon size="1.3rem" />
        <input
          value={text}
          placeholder={t('search.open')}
          aria-label={t('search.label')}
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setChosen(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault()
              move(event.key === 'ArrowDown' ? 1 : -1)
            } else if (event.key === 'Enter') open(at)
          }}
        />
        <kbd>Esc</kbd>
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('search.label')} className={classes.list}>
        {groups.map((group) =>
          group.hits.length === 0 && !group.failed ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
            <div key={group.key} role="group" aria-label={group.title}>
              <div className={classes.title}>{group.title}</div>
              {group.failed ? <div className={classes.quiet}>{t('search.failed')}</div> : null}
              {group.hits.map((hit) => {
                count += 1
                const index = count
                return (
                  <div
                    key={hit.id}
                    id={`${id}-${index}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === at}
                    className={classes.hit}
                    onMouseMove={() => setChosen(index)}
                    onClick={() => open(index)}
                    onKeyDown={undefined}
                  >
                    <span>{hit.title}</span>
                    {hit.detail ? <small>{hit.detail}</small> : null}
                  </div>
                )
              })}
            </div>
          ),
        )}
      </div>
      <div role="status" className={classes.quiet}>
        {asked === ''
          ? t('search.begin')
          : hits.length === 0
            ? asking
              ? t('search.asking')
              : t('search.nothing', { text: asked })
            : null}
      </div>
    </dialog>
  )
}
