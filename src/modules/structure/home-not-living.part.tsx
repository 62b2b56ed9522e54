import { Button } from '@mantine/core'
import { addDays, contains } from '#kernel/contract/dates.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { Section } from '#kernel/web/parts/page-header.part.tsx'
import { Answer } from '#kernel/web/parts/states.part.tsx'
import type { Card } from './card/history.rules.ts'
import classes from './home.module.css'
import { HomeFigures } from './home-figures.part.tsx'
import { lineage } from './lineage/lineage.contract.ts'
import { useSayDate } from './say.part.tsx'
import { structureTexts } from './structure.text.ts'
import { UnitRefs } from './unit-ref.part.tsx'

/** What the forerunners were asked for, in the words of their time. */
const wantedBefore = ['unions_of_cells', 'cells', 'members', 'direct_subordinates']

/** Home on a day on which the organisation does not live: its forerunners of that day with their figures, or its successors. */
export function NotLiving({ unit }: { readonly unit: Card }) {
  return unit.state === 'ended' ? <Ended unit={unit} /> : <NotYet unit={unit} />
}

function Ended({ unit }: { readonly unit: Card }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const say = useSayDate()
  const { setAsOf } = useAsOf()
  const until = unit.life.until ?? unit.asOf
  const last = addDays(until, -1)
  return (
    <div className={classes.state}>
      <p>
        {t('home.ended', {
          name: unit.now.name ?? t('unit.nameless'),
          date: format.date(unit.asOf),
          until: say({ on: until, precision: unit.life.untilPrecision ?? 'day' }),
        })}
      </p>
      {unit.successors.length > 0 ? (
        <p>
          {t('state.successors')} <UnitRefs units={unit.successors} />.
        </p>
      ) : null}
      <Button size="compact-sm" onClick={() => setAsOf(last)}>
        {t('state.lookAt', { date: format.date(last) })}
      </Button>
    </div>
  )
}

function NotYet({ unit }: { readonly unit: Card }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const say = useSayDate()
  const { setAsOf } = useAsOf()
  const history = useAnswer(lineage, { unitId: unit.id, direction: 'back' })
  const { from, fromPrecision } = unit.life
  return (
    <Answer of={history} lines={5}>
      {({ units }) => {
        const forerunners = units
          .filter(({ id, life }) => id !== unit.id && contains(life, unit.asOf))
          .map(({ id, stretches }) => ({
            id,
            name: (stretches.find((stretch) => contains(stretch, unit.asOf)) ?? stretches[0])?.name ?? null,
          }))
        const [only] = forerunners
        return (
          <>
            <div className={classes.state}>
              <p>
                {t('home.notYet', {
                  name: unit.now.name ?? t('unit.nameless'),
                  date: format.date(unit.asOf),
                  from: say({ on: from, precision: fromPrecision }),
                })}
              </p>
              <p>
                {forerunners.length > 0 ? (
                  <>
                    {t('home.forerunners', { date: format.date(unit.asOf) })} <UnitRefs units={forerunners} />.
                  </>
                ) : (
                  <>
                    {t('home.noForerunner', { date: format.date(unit.asOf) })}{' '}
                    {unit.predecessors.length > 0 ? (
                      <>
                        {t('state.predecessors')} <UnitRefs units={unit.predecessors} />.
                      </>
                    ) : null}
                  </>
                )}
              </p>
              <Button size="compact-sm" onClick={() => setAsOf(from)}>
                {t('state.lookAt', { date: format.date(from) })}
              </Button>
            </div>
            {only && forerunners.length === 1 ? (
              <Section title={t('figures.titleOf', { name: only.name ?? t('unit.nameless') })}>
                <HomeFigures unitId={only.id} wanted={wantedBefore} />
              </Section>
            ) : null}
          </>
        )
      }}
    </Answer>
  )
}
