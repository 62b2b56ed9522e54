/** One place that breaks a law. */
export interface Finding {
  /** Name of the rule. */
  readonly rule: string
  /** Where: a file, a line of a file, a query. */
  readonly at: string
  /** What is wrong there, as a sentence for the person who has to mend it. */
  readonly why: string
}

/** Prints the findings, each rule under its name, and the count; answers whether there were none. */
export function report(law: string, findings: readonly Finding[]): boolean {
  const byRule = Map.groupBy(findings, (finding) => finding.rule)
  for (const [rule, found] of byRule) {
    console.log(`  ${rule}`)
    for (const { at, why } of found) console.log(`    ${at}\n      ${why}`)
  }
  console.log(findings.length === 0 ? `${law}: kept` : `${law}: broken in ${findings.length} places`)
  return findings.length === 0
}
