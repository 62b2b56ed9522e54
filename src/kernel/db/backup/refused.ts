/** A backup or a restore that is not done, and why, for the person at the keyboard, in both languages. Nothing was changed. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
  readonly sentence: { vi: string; en: string }
  constructor(vi: string, en: string) {
    super(`${vi} / ${en}`)
    this.sentence = { vi, en }
  }
}

/** The file cannot be trusted: cut short, changed, or never one of ours. */
export function damaged(file: string, why: string): BackupRefused {
  return new BackupRefused(
    `Tệp sao lưu ${file} bị hỏng hoặc không đầy đủ (${why}). Không có gì bị thay đổi. Hãy dùng bản sao lưu khác.`,
    `The backup file ${file} is damaged or incomplete (${why}). Nothing was changed. Use another backup.`,
  )
}
