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

async function send(draft: ReportDraft, photos: Photos, notEmergency: boolean): Promise<Receipt> {
  const report = reportOf(draft, await uploadPhotos(photos.found), notEmergency)
  if (!draft.solved) {
    const requestId = requestIdFor('report', report)
    return call<Receipt>('POST', '/api/reports', { requestId, ...report })
  }
  const solved = solvedOf(draft, await uploadPhotos(photos.solved))
  const requestId = requestIdFor('report', { report, ...solved })
  return call<Receipt>('POST', '/api/reports/solved', { report: { requestId, ...report }, ...solved })
}

const linesIn = (problem: Problem): EmergencyLine[] =>
  String(problem.facts.lines ?? '110').split(',') as EmergencyLine[]

/** Sends a report by its doors: emergency numbers first, then the lawful channel, then the desk. */
export function useSendReport(onReceipt: (receipt: Receipt) => void) {
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
    try {
      if (!seen.channelSeen) {
        const door = await doorFor(draft.words.trim())
        if (door?.kind === 'channel') return setStep({ kind: 'channel', door })
        if (door?.kind === 'emergency' && !seen.notEmergency)
          return setStep({ kind: 'emergency', lines: door.lines })
      }
      const receipt = await send(draft, photos, seen.notEmergency)
      requestAnswered('report')
      await queries.invalidateQueries()
      onReceipt(receipt)
    } catch (problem) {
      if (isRefusal(problem, 'emergency_first')) setStep({ kind: 'emergency', lines: linesIn(problem) })
      else setError(problem)
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
