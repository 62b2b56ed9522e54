import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folders of migrations of the kernel and of every module. */
export function migrationFolders(): string[] {
  const modules = fileURLToPath(new URL('../../modules', import.meta.url))
  const folders = readdirSync(modules).map((name) => `${modules}/${name}/migrations`)
  return [fileURLToPath(new URL('./migrations', import.meta.url)), ...folders.filter((folder) => existsSync(folder))]
}
