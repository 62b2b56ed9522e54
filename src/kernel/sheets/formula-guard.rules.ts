/** What a spreadsheet program that opens a CSV file would calculate: text beginning with = + - @, tab or return, also after blanks. */
const dangerous = /^'*\s*[=+\-@\t\r]/

/**
 * A text of a CSV cell that no program takes for a formula: a dangerous one is led by an apostrophe. One that begins with apostrophes before
 * such a sign gets one more, so that `unguarded` gives every text back as it was.
 */
export function guarded(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/** The text before `guarded`. */
export function unguarded(text: string): string {
  return text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text
}
