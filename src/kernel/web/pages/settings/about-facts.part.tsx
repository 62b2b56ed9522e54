import type { settings } from '#kernel/capabilities/settings/settings.contract.ts'
import type { OutputOf } from '#kernel/contract/contract.ts'
import { useText } from '../../language.ts'
import { settingsTexts } from './settings.text.ts'
import { useSize } from './size.part.tsx'

const low = 2 * 1024 ** 3

/** Version, engine and what it is for, the space that is left. */
export function AboutFacts({ settings: data }: { readonly settings: OutputOf<typeof settings> }) {
  const t = useText(settingsTexts)
  const size = useSize()
  return (
    <dl className="facts sheet padded">
      <dt>{t('about.version')}</dt>
      <dd>{data.version}</dd>
      <dt>{t('about.engine')}</dt>
      <dd>{t(`about.engine.${data.engine}`, { version: shortVersion(data.databaseVersion) })}</dd>
      <dt>{t('about.use')}</dt>
      <dd>{t(`about.use.${data.engine}`)}</dd>
      <dt>{t('about.space')}</dt>
      <dd>
        {data.freeBytes === null ? (
          <span className="soft">{t(data.engine === 'embedded' ? 'about.space.memory' : 'about.space.server')}</span>
        ) : (
          t('about.space.value', { size: size(data.freeBytes) })
        )}
        {data.freeBytes !== null && data.freeBytes < low ? (
          <div style={{ color: 'var(--warn)', fontWeight: 500 }}>{t('about.space.low')}</div>
        ) : null}
      </dd>
    </dl>
  )
}

/** "PostgreSQL 18.6 on x86_64 …" as "18.6". */
function shortVersion(written: string): string {
  return written.match(/\d+(\.\d+)*/)?.[0] ?? written
}
