import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AreaFileResult } from '../../../areas/contract.ts'
import type { FileColumns, ImportKind, ImportResult, ImportTrial } from '../../../cases/import/contract.ts'
import type { CatalogueImport, CatalogueTrial } from '../../../matters/contract.ts'
import { call } from '../../api/call.ts'
import { keepJson, keptJson } from '../../shared/use-kept.ts'
import { IMPORT_TIMEOUT_MS, useRunning } from './use-running.ts'

/** Which column each wanted one is: letters by key. */
export type Matched = Readonly<Record<string, string>>

const keptUnder = (kind: ImportKind) => `linli.import-columns.${kind}`

/** The columns as they were matched the last time, where this file has columns of those names; else by the header alone. */
export function matchedOf(kind: ImportKind, { found, wanted }: FileColumns): Matched {
  const kept = keptJson<Record<string, string>>(keptUnder(kind)) ?? {}
  const pairs = wanted.flatMap(({ key, letter }): [string, string][] => {
    const again = found.find(({ name }) => name !== '' && name === kept[key])?.letter
    const chosen = letter ?? again
    return chosen === undefined ? [] : [[key, chosen]]
  })
  return Object.fromEntries(pairs)
}

/** Keeps how columns were matched, by the names that the header gives them. */
export function keepMatched(kind: ImportKind, { found }: FileColumns, matched: Matched): void {
  const names = Object.entries(matched).flatMap(([key, letter]) => {
    const name = found.find((column) => column.letter === letter)?.name ?? ''
    return name === '' ? [] : [[key, name] as const]
  })
  keepJson(keptUnder(kind), { ...keptJson<object>(keptUnder(kind)), ...Object.fromEntries(names) })
}

export interface SentImport {
  readonly file: File
  readonly system: string
  readonly columns?: { readonly rowNumber: number; readonly letters: Matched } | undefined
}

function formOf({ file, system, columns }: SentImport, runId?: string): FormData {
  const form = new FormData()
  // The server reads the fields that stand before the file.
  if (system !== '') form.append('source', system)
  if (columns !== undefined) form.append('columns', JSON.stringify(columns))
  if (runId !== undefined) form.append('runId', runId)
  form.append('file', file, file.name)
  return form
}

const send = <Reply>(path: string, form: FormData): Promise<Reply> =>
  call<Reply>('POST', path, form, { timeoutMs: IMPORT_TIMEOUT_MS })

/** Reads a file of cases without writing anything. */
export const useTrial = (kind: ImportKind) =>
  useMutation({
    mutationFn: (sent: SentImport) => send<ImportTrial>(`/api/imports/${kind}/try`, formOf(sent)),
  })

/** Takes a file of cases in, and hears meanwhile how far it has come. */
export function useTakeIn(kind: ImportKind) {
  const { run, progress } = useRunning('/api/imports', (sent: SentImport, runId) =>
    send<ImportResult>(`/api/imports/${kind}`, formOf(sent, runId)),
  )
  return { take: run, progress }
}

/** The catalogue's or the map's file: read without writing, then taken in. */
export function useFrameFile(kind: 'catalogue' | 'areas') {
  const client = useQueryClient()
  const path = `/api/${kind}/file`
  const form = (file: File) => formOf({ file, system: '' })
  const look = useMutation({
    mutationFn: (file: File) => send<CatalogueTrial | AreaFileResult>(`${path}/try`, form(file)),
  })
  const take = useMutation({
    mutationFn: (file: File) => send<CatalogueImport | AreaFileResult>(path, form(file)),
    onSettled: () => client.invalidateQueries(),
  })
  return { look, take }
}
