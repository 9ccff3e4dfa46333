import '../books.css'
import '../precedents.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PrecedentPage, PrecedentRow } from '../../../cases/arbitration/precedents.contract.ts'
import { useAct, useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Field } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayMoment } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { isReason } from '../case/acts/reason.ts'
import { ReasonField } from '../case/acts/reason-forms.tsx'
import { MatterSelect } from '../matter-select.tsx'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

type State = 'standing' | 'ended'

/** Whom the centre named for which matter in which place, and why: for whoever dispatches there. */
export default function PrecedentsPage() {
  const { consolePrecedents: said, consoleCase, refusals } = useWords()
  const me = useSignedIn()
  const [state, setState] = useState<State>('standing')
  const [matter, setMatter] = useState<string | null>(null)
  const isOpen = mayDo(me, 'case.dispatch')
  const ended = state === 'ended' ? 'true' : null
  const reading = useReadPages<PrecedentPage>(isOpen ? withQuery('/api/precedents', { matter, ended }) : null)
  const canEnd = reading.data?.pages[0]?.canEnd === true
  useTitle(said.title)
  if (!isOpen) return <Empty wholePage what={refusals.byCode.not_permitted({})} />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <PressOne<State>
        label={said.show}
        options={(['standing', 'ended'] as const).map((value) => ({ key: value, label: said.states[value] }))}
        value={state}
        onChoose={setState}
      />
      <Field label={said.matter}>
        {({ id }) => (
          <MatterSelect
            id={id}
            className="whole-width"
            placeholder={consoleCase.screen.matterPlaceholder}
            value={matter ?? undefined}
            onChange={(chosen) => setMatter(chosen ?? null)}
          />
        )}
      </Field>
      <RowPages<PrecedentRow>
        reading={reading}
        count={said.count}
        none={<Empty what={said.none[state]} next={said.noneNext} />}
      >
        {(rows) => (
          <ul className="precedents">
            {rows.map((row) => (
              <li key={row.id} className="panel">
                <Precedent row={row} canEnd={canEnd} />
              </li>
            ))}
          </ul>
        )}
      </RowPages>
    </div>
  )
}

function Precedent({ row, canEnd }: { row: PrecedentRow; canEnd: boolean }) {
  const { words, language } = useReading()
  const { consolePrecedents: said, common } = words
  const nameOf = useNameOf()
  const [ending, setEnding] = useState(false)
  const what = said.titleOf(row.matter === null ? said.matterGone : nameOf(row.matter), nameOf(row.unit))
  const moment = (at: string) => sayMoment(words, at, nowMs())
  return (
    <>
      <h2>{what}</h2>
      <p className="precedents__where">
        {common.facts(
          placeIn(language, row.place),
          said.decided(moment(row.decidedAt)),
          row.endedAt !== null && said.ended(moment(row.endedAt)),
        )}
      </p>
      <p>{row.reason === null ? said.noReason : said.reason(row.reason)}</p>
      {row.endedAt !== null && (
        <p>{row.endReason === null ? said.replaced : said.endedBecause(row.endReason)}</p>
      )}
      {row.number !== null && (
        <Link to="/cases/$id" params={{ id: row.caseId }}>
          {said.caseOf(row.number)}
        </Link>
      )}
      {canEnd && row.endedAt === null && (
        <p className="ways no-print">
          <button
            type="button"
            className="text-button"
            aria-label={said.end.openOf(what)}
            onClick={() => setEnding(true)}
          >
            {said.end.open}
          </button>
        </p>
      )}
      {ending && <EndDialog id={row.id} onClose={() => setEnding(false)} />}
    </>
  )
}

function EndDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { end: said } = useWords().consolePrecedents
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const end = useAct<{ id: string }, { reason: string }>(`/api/precedents/${id}/end`, { onDone: onClose })
  const send = () => {
    setTried(true)
    if (isReason(reason)) end.mutate({ reason: reason.trim() })
  }
  return (
    <ActDialog
      title={said.title}
      onClose={onClose}
      label={said.send}
      look="danger"
      act={end}
      onConfirm={send}
    >
      <p>{said.hint}</p>
      <ReasonField label={said.reason} value={reason} tried={tried} onChange={setReason} />
    </ActDialog>
  )
}
