import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A file of the project: its path from the project's folder, and what it says. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

const root = resolve(import.meta.dirname, '../..')

/** The project's own text files whose path `matching` matches, below these folders (`.` is the project's own, flat). */
export function sourceFiles(folders: readonly string[], matching: RegExp): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: folder !== '.', withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
    )
    .filter((path) => matching.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Each line that `pattern` matches, as `path:line: text`. */
export const linesMatching = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  )
