import { useLanguage, useText } from '#kernel/web/language.ts'
import { RightIcon } from '#kernel/web/parts/icons.tsx'
import type { AccessSession } from '../who-am-i/session.part.tsx'
import classes from './sign-in.module.css'
import { signInTexts } from './sign-in.text.ts'
import { useSignIn } from './use-sign-in.part.tsx'

/** The invented people of the demo; one press signs in as that person. */
export function DemoPeople({ people }: { readonly people: AccessSession['demoPeople'] }) {
  const t = useText(signInTexts)
  const language = useLanguage()
  const { enter, going, problem, lost } = useSignIn()
  return (
    <section className={classes.demo} aria-labelledby="nguoi-minh-hoa">
      <h2 id="nguoi-minh-hoa">{t('demo.title')}</h2>
      <p className="soft small">{t('demo.note')}</p>
      {problem || lost ? (
        <p className={classes.refusal} role="alert">
          {lost ? t('lost') : problem?.sentence[language]}
        </p>
      ) : null}
      <ul className="sheet">
        {people.map((person) => (
          <li key={person.username}>
            <button
              type="button"
              disabled={going}
              aria-label={t('demo.as', { name: person.displayName, title: person.title[language] })}
              onClick={() => void enter({ username: person.username, password: person.password })}
            >
              <span>
                <b>{person.displayName}</b>
                <small>{person.title[language]}</small>
              </span>
              <RightIcon />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
