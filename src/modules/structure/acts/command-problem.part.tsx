import type { Contract } from '#kernel/contract/contract.ts'
import type { Command } from '#kernel/web/client.ts'
import { texts as kernelTexts } from '#kernel/web/kernel.text.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import classes from './rehearsal.module.css'

/** Why a command was refused, with every place it names; or that its answer was lost. */
export function CommandProblem({ command }: { readonly command: Pick<Command<Contract>, 'problem' | 'lost'> }) {
  const k = useText(kernelTexts)
  const language = useLanguage()
  const { problem, lost } = command
  return (
    <div aria-live="assertive">
      {problem ? (
        <div className={classes.refused}>
          <b>{problem.sentence[language]}</b>
          {problem.issues?.length ? (
            <ul>
              {problem.issues.map((issue) => (
                <li key={issue.at + issue.why.vi}>{issue.why[language]}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      {lost ? <div className={classes.refused}>{k('form.lost')}</div> : null}
    </div>
  )
}
