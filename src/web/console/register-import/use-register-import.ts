import { useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ChosenSheets,
  ImportOverview,
  ImportState,
  RegisterImport,
  TakeRows,
} from '../../../people/register/import/contract.ts'
import { call } from '../../api/call.ts'
import { isRefusal } from '../../api/problem.ts'
import { useRead } from '../../api/use-read.ts'
import { IMPORT_TIMEOUT_MS, useRunning } from '../import/use-running.ts'

const base = '/api/register/imports'
export const pathOf = (id: string): string => `${base}/${encodeURIComponent(id)}`

/** Imports of the register, the latest first. */
export const useRegisterImports = () => useRead<{ readonly imports: readonly RegisterImport[] }>(base)

const LOOK_AGAIN_MS = 3000
const isHalfway = (state: ImportState | undefined): boolean =>
  state === 'reading' || state === 'taking' || state === 'undoing'

/** One import. While somebody works on it, here or elsewhere, it is looked at again and again. */
export const useRegisterImport = (id: string) =>
  useQuery({
    queryKey: [pathOf(id)],
    queryFn: ({ signal }) => call<ImportOverview>('GET', pathOf(id), undefined, { signal }),
    refetchInterval: ({ state }) => (isHalfway(state.data?.state) ? LOOK_AGAIN_MS : false),
  })

export interface SentRegister {
  readonly file: File
  readonly columns?: ChosenSheets
  /** The reading that this one replaces: it is given up. */
  readonly insteadOf?: string | null
}

/** Sends a file to be read; the reading that it replaces is given up, where nobody took it in meanwhile. */
export async function sendRegister(
  { file, columns, insteadOf }: SentRegister,
  runId: string,
): Promise<ImportOverview> {
  const form = new FormData()
  // The server reads the fields that stand before the file.
  form.append('runId', runId)
  if (columns !== undefined) form.append('columns', JSON.stringify(columns))
  form.append('file', file, file.name)
  const read = await call<ImportOverview>('POST', base, form, { timeoutMs: IMPORT_TIMEOUT_MS })
  if (insteadOf)
    await dropImport(insteadOf).catch((error: unknown) => {
      // It was taken in or given up elsewhere: the new reading stands all the same.
      if (!isRefusal(error, 'import_not_ready')) throw error
    })
  return read
}

/** Reads a file without writing to the register. */
export const useReadFile = () => useRunning(base, sendRegister)

const long = (path: string, runId: string, body: object) =>
  call<ImportOverview>('POST', `${path}?runId=${runId}`, body, { timeoutMs: IMPORT_TIMEOUT_MS })

/** Takes rows in: all that wait, or those that are named. */
export const useTakeIn = (id: string) =>
  useRunning(base, (rows: TakeRows, runId) => long(`${pathOf(id)}/take`, runId, rows))

/** Undoes all that an import wrote. */
export const useUndo = (id: string) =>
  useRunning(base, (_: null, runId) => long(`${pathOf(id)}/undo`, runId, {}))

export const dropImport = (id: string): Promise<void> => call<void>('POST', `${pathOf(id)}/drop`, {})

/** Reads every list and page of imports anew. */
export function useLookAgain(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}
