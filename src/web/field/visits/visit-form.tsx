import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { HomePlace } from '../../../people/register/read.contract.ts'
import type { VisitHow, VisitOutcome } from '../../../visits/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { newTimedId } from '../../api/timed-id.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Check, Choices } from '../../kit/choice.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { placeIn } from '../../shared/names.ts'
import { wherePhoneIs } from '../case/use-arrive.ts'
import { useSaid } from './use-said.ts'

const MOST = 500
const hows = ['door', 'phone', 'message'] as const
const outcomes = ['met', 'nobody', 'unwilling'] as const

interface Draft {
  /** Made with the form: sent twice, and named by a report, it is this visit. */
  readonly id: string
  readonly how: VisitHow
  readonly outcome: VisitOutcome
  readonly heard: string
  readonly help: boolean
  readonly declines: boolean
}

const empty = (): Draft => ({
  id: newTimedId(nowMs()),
  how: 'door',
  outcome: 'met',
  heard: '',
  help: false,
  declines: false,
})

/** Whoever was not there has said nothing: what was ticked or written before that was corrected counts no more. */
const asSaid = (draft: Draft): Draft =>
  draft.outcome === 'nobody' ? { ...draft, heard: '', help: false, declines: false } : draft

/** What is sent of it. */
function bodyOf({ id, how, outcome, heard, declines }: Draft, homeId: string): Record<string, unknown> {
  const words = heard.trim()
  return {
    ...{ id, homeId, how, outcome },
    ...(words !== '' && { heard: words }),
    ...(declines && { declines }),
  }
}

/** Nobody stands at a door and waits for a satellite: by then the phone has found itself, or the visit has no point. */
const WAIT_MS = 1500
const soon = <Found,>(finding: Promise<Found | null>): Promise<Found | null> =>
  Promise.race([finding, new Promise<null>((done) => setTimeout(() => done(null), WAIT_MS))])

function useLog(place: HomePlace, draft: Draft, onDone: () => void) {
  const said = useSaid()
  const { kept } = useWords().field
  const say = useSay()
  const queries = useQueryClient()
  const navigate = useNavigate()
  // Looked for while the form is filled in.
  const [finding] = useState(wherePhoneIs)
  const named = (language: 'zh' | 'en'): string =>
    placeIn(language, {
      names: [
        ...place.steps.slice(-2).map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })),
        { zh: place.label, en: '' },
      ],
    })
  return useMutation({
    mutationFn: async () => {
      const point = draft.how === 'door' ? await soon(finding) : null
      const body = { ...bodyOf(draft, place.homeId), ...(point && { point }) }
      const { logVisit } = await import('../outbox/outbox.ts')
      return logVisit(queries, { zh: named('zh'), en: named('en') }, body)
    },
    onSuccess: async (how) => {
      onDone()
      say(how === 'kept' ? kept : said.done)
      if (draft.help) {
        const { beginReport } = await import('../report/next-report.ts')
        beginReport({
          place: { id: place.buildingId, steps: place.steps },
          occasion: { kind: 'visit', id: draft.id },
        })
      }
      await navigate({ to: draft.help ? '/report' : '/visits' })
      if (how === 'sent') await queries.invalidateQueries()
    },
  })
}

/** Met at the door with nothing to report is one tap; all else is said where it differs. */
export function VisitForm({ place }: { place: HomePlace }) {
  const said = useSaid()
  const { report } = useWords()
  const [start] = useState(empty)
  const [draft, change, forget] = useDraft(`visit.${place.homeId}`, start)
  const log = useLog(place, asSaid(draft), forget)
  const { how, outcome } = draft
  const names = how === 'door' ? said.outcomes : said.reached
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (asSaid(draft).heard.length <= MOST) log.mutate()
  }
  return (
    <form onSubmit={send} noValidate className="door__new">
      <Choices
        label={said.how}
        options={hows.map((value) => ({ value, label: said.hows[value] }))}
        value={how}
        onChoose={(value) => change({ how: value })}
      />
      <Choices
        label={said.outcome}
        options={outcomes.map((value) => ({ value, label: names[value] }))}
        value={outcome}
        onChoose={(value) => change({ outcome: value })}
      />
      {outcome !== 'nobody' && (
        <>
          <TextArea
            label={said.heard}
            hint={said.heardHint}
            optional
            most={MOST}
            rows={3}
            value={draft.heard}
            onChange={(event) => change({ heard: event.target.value })}
          />
          <Check checked={draft.help} onCheck={(help) => change({ help })}>
            {said.help}
          </Check>
          <Check checked={draft.declines} onCheck={(declines) => change({ declines })}>
            {said.declines}
            <small>{said.declinesHint}</small>
          </Check>
        </>
      )}
      <FormError error={log.error} offline={report.offlineKept} />
      <Button type="submit" big wide busy={log.isPending}>
        {said.send}
      </Button>
    </form>
  )
}
