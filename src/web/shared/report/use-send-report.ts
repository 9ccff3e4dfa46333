import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Receipt } from '../../../cases/contract.ts'
import type { ChannelDoor, Door, EmergencyLine } from '../../../matters/doors.contract.ts'
import { call } from '../../api/call.ts'
import { isRefusal, Problem } from '../../api/problem.ts'
import { requestAnswered, requestIdFor } from '../../api/request-id.ts'
import { uploadPhotos } from '../upload-photo.ts'
import { type ReportDraft, reportOf, solvedOf } from './report-draft.ts'

/** Where a report stands on its way: being written, or shown another door first. */
export type Step =
  | { readonly kind: 'writing' }
  | { readonly kind: 'emergency'; readonly lines: readonly EmergencyLine[] }
  | { readonly kind: 'channel'; readonly door: ChannelDoor }

export interface Photos {
  readonly found: readonly Blob[]
  /** How it looks now that it is solved on the spot. */
  readonly solved: readonly Blob[]
}

/** Doors that the writer has seen and passed. */
interface Passed {
  readonly notEmergency: boolean
  readonly channelSeen: boolean
}

/** The door that the words point to, asked before anything is sent. */
async function doorFor(words: string): Promise<Door | null> {
  try {
    return (await call<{ door: Door | null }>('POST', '/api/doors', { words })).door
  } catch (error) {
    // The question is an offer: where it fails the report still goes, and its acceptance rings for emergencies itself.
    if (error instanceof Problem && error.kind !== 'offline') return null
    throw error
  }
}

/** What went out and may have arrived, though no answer came: it goes out again with the same id and photographs. */
export interface WentOut {
  readonly requestId: string
  readonly found: readonly string[]
  readonly solved: readonly string[]
}

/** A report that met no signal, for a face that sends it later. */
export interface Later {
  readonly draft: ReportDraft
  readonly photos: Photos
  readonly notEmergency: boolean
  readonly wentOut: WentOut | null
}

async function send(
  draft: ReportDraft,
  photos: Photos,
  notEmergency: boolean,
  goingOut: (it: WentOut) => void,
): Promise<Receipt> {
  const found = await uploadPhotos(photos.found)
  const report = reportOf(draft, found, notEmergency)
  if (!draft.solved) {
    const requestId = requestIdFor('report', report)
    goingOut({ requestId, found, solved: [] })
    return call<Receipt>('POST', '/api/reports', { requestId, ...report })
  }
  const ofResult = await uploadPhotos(photos.solved)
  const solved = solvedOf(draft, ofResult)
  const requestId = requestIdFor('report', { report, ...solved })
  goingOut({ requestId, found, solved: ofResult })
  return call<Receipt>('POST', '/api/reports/solved', { report: { requestId, ...report }, ...solved })
}

const isOffline = (problem: unknown): boolean => problem instanceof Problem && problem.kind === 'offline'

const linesIn = (problem: Problem): EmergencyLine[] =>
  String(problem.facts.lines ?? '110').split(',') as EmergencyLine[]

/**
 * Sends a report by its doors: emergency numbers first, then the lawful channel, then the desk. Without signal it is
 * given to `later`, which answers whether it keeps it; where nobody does, the form says that it was not sent.
 */
export function useSendReport(
  onReceipt: (receipt: Receipt) => void,
  later: (report: Later) => Promise<boolean> = async () => false,
) {
  const queries = useQueryClient()
  const [step, setStep] = useState<Step>({ kind: 'writing' })
  const [passed, setPassed] = useState<Passed>({ notEmergency: false, channelSeen: false })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function go(draft: ReportDraft, photos: Photos, seen: Passed) {
    if (busy) return
    setBusy(true)
    setError(null)
    setPassed(seen)
    let wentOut: WentOut | null = null
    try {
      if (!seen.channelSeen) {
        const door = await doorFor(draft.words.trim())
        if (door?.kind === 'channel') return setStep({ kind: 'channel', door })
        if (door?.kind === 'emergency' && !seen.notEmergency)
          return setStep({ kind: 'emergency', lines: door.lines })
      }
      const receipt = await send(draft, photos, seen.notEmergency, (it) => {
        wentOut = it
      })
      requestAnswered('report')
      await queries.invalidateQueries()
      onReceipt(receipt)
    } catch (problem) {
      if (isRefusal(problem, 'emergency_first')) setStep({ kind: 'emergency', lines: linesIn(problem) })
      else if (!isOffline(problem) || !(await later({ draft, photos, ...seen, wentOut }))) setError(problem)
      else requestAnswered('report')
    } finally {
      setBusy(false)
    }
  }

  return {
    step,
    busy,
    error,
    send: (draft: ReportDraft, photos: Photos) => go(draft, photos, passed),
    sendNoEmergency: (draft: ReportDraft, photos: Photos) =>
      go(draft, photos, { ...passed, notEmergency: true }),
    sendHereAnyway: (draft: ReportDraft, photos: Photos) =>
      go(draft, photos, { ...passed, channelSeen: true }),
    /** Back to the words: what they say next is asked about anew. */
    write: () => {
      setStep({ kind: 'writing' })
      setPassed({ notEmergency: false, channelSeen: false })
      setError(null)
    },
  }
}
