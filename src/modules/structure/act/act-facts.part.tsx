import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { OutputOf } from '#kernel/contract/contract.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { WarnIcon } from '#kernel/web/parts/icons.tsx'
import { actTexts } from '../acts/acts.text.ts'
import { DecisionText } from '../card/decision.part.tsx'
import { SaidSource } from '../card/said-source.part.tsx'
import { useSayDate, useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitRef } from '../unit-ref.part.tsx'
import type { Decision } from '../words.contract.ts'
import type { act } from './act.contract.ts'
import classes from './act.module.css'
import { goneOf } from './annex.rules.ts'

export type EnteredAct = OutputOf<typeof act>

/** The act's own facts: its day, its paper, who entered it and when, who went on in whom. */
export function ActFacts({ data }: { readonly data: EnteredAct }) {
  const t = useText(actTexts)
  const s = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const say = useSayDate()
  const ways = waysOf(data.lineage)
  const gone = goneOf(data)
  return (
    <div className={`${classes.facts} sheet padded`}>
      <dl className="facts">
        <Row label={t('effect.kind')}>
          {s(`act.${data.kind}`)} {data.revoked ? <Chip tone="warn">{t('act.revoked')}</Chip> : null}
        </Row>
        <Row label={t('act.effective')}>{say(data.effective)}</Row>
        <Row label={t('effect.decision')}>
          {data.decision ? (
            <DecisionText decision={data.decision} />
          ) : (
            <span className="soft">{s('decision.none')}</span>
          )}{' '}
          <SaidSource source={data.source} />
        </Row>
        {data.note ? <Row label={t('decision.note')}>{words.sentence(data.note)}</Row> : null}
        {ways.length > 0 ? (
          <Row label={t('act.lineage')}>
            {ways.map(({ from, to }) => (
              <div key={from.map(({ id }) => id).join()}>
                <Names units={from} gone={gone} /> → <Names units={to} gone={gone} />
              </div>
            ))}
          </Row>
        ) : null}
        <Row label={t('act.entered')}>
          {data.enteredBy === null
            ? t('act.withHistory')
            : t('act.enteredBy', { who: data.enteredBy, at: format.moment(data.enteredAt) })}
        </Row>
      </dl>
    </div>
  )
}

/** A decision taken back stays in the book and says so first. */
export function RevokedNotice({ decision }: { readonly decision: z.infer<typeof Decision> }) {
  const t = useText(actTexts)
  return (
    <p className={classes.revoked} role="status">
      <WarnIcon />
      <span>
        {t('act.revokedBy')} <DecisionText decision={decision} />
      </span>
    </p>
  )
}

/** At most so many names stand in a line; the table below has them all. */
const named = 4

function Names(props: { readonly units: EnteredAct['lineage'][number]['from'][]; readonly gone: ReadonlySet<string> }) {
  const t = useText(actTexts)
  const { units, gone } = props
  return (
    <>
      {units.slice(0, named).map((unit, at) => (
        <span key={unit.id}>
          {at > 0 ? '; ' : ''}
          {unit.name !== null && gone.has(unit.id) ? unit.name : <UnitRef unit={unit} />}
        </span>
      ))}
      {units.length > named ? t('act.andMore', { count: units.length - named }) : null}
    </>
  )
}

type Edge = EnteredAct['lineage'][number]

/** Who went on in whom, those together who went the same way: "A; B → C". */
function waysOf(lineage: readonly Edge[]): readonly { from: Edge['from'][]; to: Edge['to'][] }[] {
  const byFrom = new Map<string, { from: Edge['from']; to: Edge['to'][] }>()
  for (const { from, to } of lineage) {
    const way = byFrom.get(from.id) ?? { from, to: [] }
    way.to.push(to)
    byFrom.set(from.id, way)
  }
  const byTo = new Map<string, { from: Edge['from'][]; to: Edge['to'][] }>()
  for (const { from, to } of byFrom.values()) {
    const key = to
      .map(({ id }) => id)
      .sort()
      .join()
    const way = byTo.get(key) ?? { from: [], to }
    way.from.push(from)
    byTo.set(key, way)
  }
  return [...byTo.values()]
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
