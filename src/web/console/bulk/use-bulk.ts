import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Rehearsal, RehearsedRow } from '../../../cases/bulk.contract.ts'
import { call } from '../../api/call.ts'
import { newRequestId } from '../../api/identity.ts'
import { deskKey } from '../desk/use-desk.ts'
import { type BulkAct, type BulkChoice, rehearsalOf, singleAct } from './bulk-acts.ts'

/** As the server takes them; a longer choice is asked for in parts. */
const PART = 50

/** What each row would get. Nothing is changed by asking; an answer is not used twice. */
export const useRehearsal = (act: BulkAct, caseIds: readonly string[], choice: BulkChoice, ready: boolean) =>
  useQuery({
    queryKey: ['rehearsal', rehearsalOf(act, caseIds, choice)],
    queryFn: async ({ signal }) => {
      const rows: RehearsedRow[] = []
      for (let at = 0; at < caseIds.length; at += PART) {
        const asked = rehearsalOf(act, caseIds.slice(at, at + PART), choice)
        rows.push(...(await call<Rehearsal>('POST', '/api/desk/rehearse', asked, { signal })).rows)
      }
      return rows
    },
    enabled: ready && caseIds.length > 0,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export type RowState = 'waiting' | 'doing' | 'done' | 'undone'
/** How far each row has come, and what went wrong with it. */
export interface BulkRow {
  readonly rehearsed: RehearsedRow
  readonly state: RowState
  readonly error: unknown
}

interface Run {
  readonly rows: readonly BulkRow[]
  readonly running: boolean
  readonly stopped: boolean
}

/**
 * Does the rows one after another by their own single acts, each once: a row keeps its request id, so that trying again
 * does not do it twice. What failed stays in sight with its reason; what was not reached is not done.
 */
export function useBulkRun(act: BulkAct, choice: BulkChoice) {
  const client = useQueryClient()
  const [run, setRun] = useState<Run | null>(null)
  const stop = useRef(false)
  const requestIds = useRef(new Map<string, string>())
  const requestIdOf = (key: string): string => {
    const id = requestIds.current.get(key) ?? newRequestId()
    requestIds.current.set(key, id)
    return id
  }
  const readAgain = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: deskKey }),
      client.invalidateQueries({ queryKey: ['case'] }),
    ])

  const go = async (start: readonly BulkRow[]) => {
    stop.current = false
    const rows = [...start]
    const show = (running: boolean) => setRun({ rows: [...rows], running, stopped: stop.current })
    for (const [index, row] of rows.entries()) {
      if (row.state !== 'waiting') continue
      if (stop.current) break
      rows[index] = { ...row, state: 'doing', error: null }
      show(true)
      const { path, body } = singleAct(act, row.rehearsed, choice)
      try {
        await call('POST', path, { requestId: requestIdOf(path), ...body })
        rows[index] = { ...row, state: 'done', error: null }
      } catch (error) {
        rows[index] = { ...row, state: 'waiting', error }
      }
    }
    show(false)
    await readAgain()
  }

  const undo = async (row: BulkRow, back: { readonly path: string; readonly body: object }) => {
    const mark = (change: Partial<BulkRow>) =>
      setRun(
        (before) =>
          before && {
            ...before,
            rows: before.rows.map((one) => (one.rehearsed === row.rehearsed ? { ...one, ...change } : one)),
          },
      )
    try {
      await call('POST', back.path, { requestId: requestIdOf(back.path), ...back.body })
      mark({ state: 'undone', error: null })
    } catch (error) {
      mark({ error })
    }
    await readAgain()
  }

  return {
    run,
    begin: (rehearsed: readonly RehearsedRow[]) =>
      go(
        rehearsed
          .filter(({ refusal }) => refusal === null)
          .map((one) => ({ rehearsed: one, state: 'waiting', error: null })),
      ),
    again: () => (run === null ? Promise.resolve() : go(run.rows)),
    stop: () => {
      stop.current = true
    },
    undo,
  }
}
