import { useState } from 'react'
import type {
  CallBackPage,
  FlaggedCase,
  FlagPage,
  ReopeningAsked,
  ReopeningPage,
  ToCallBack,
} from '../../../cases/closing/closing.contract.ts'
import type { FlagKind } from '../../../cases/closing/kinds.contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { SelectField } from '../../kit/field.tsx'
import { Empty } from '../../kit/states.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { momentFacts } from '../../words/time.ts'
import { PressOne } from '../press-one.tsx'
import { useWords } from '../words.ts'
import { CallForm } from './call-form.tsx'
import { ClosingCard } from './closing-card.tsx'
import { DecideForm } from './decide-form.tsx'
import { LookForm } from './look-form.tsx'
import { Mark } from './mark.tsx'

/** Closings to look at, by kind, and those that were looked at. */
export function FlagList() {
  const { flags: said, look } = useWords().consoleClosings
  const [state, setState] = useState<'open' | 'looked'>('open')
  const [kind, setKind] = useState('')
  const reading = useReadPages<FlagPage>(withQuery('/api/closings', { state, kind }))
  return (
    <>
      <PressOne<'open' | 'looked'>
        label={said.state}
        options={(['open', 'looked'] as const).map((value) => ({ key: value, label: said.states[value] }))}
        value={state}
        onChoose={setState}
      />
      <SelectField label={said.kind} value={kind} onChoose={setKind}>
        <option value="">{said.anyKind}</option>
        {(Object.keys(said.kinds) as FlagKind[]).map((one) => (
          <option key={one} value={one}>
            {said.kinds[one]}
          </option>
        ))}
      </SelectField>
      <RowPages<FlaggedCase>
        reading={reading}
        none={<Empty what={said.none[state]} {...(state === 'open' && { next: said.noneNext })} />}
      >
        {(rows) => (
          <div className="closings__list">
            {rows.map((row) => (
              <ClosingCard
                key={row.flag.id}
                row={row}
                {...(state === 'open' &&
                  row.canLook && {
                    open: { label: look.open, of: look.openOf, form: <LookForm caseId={row.caseId} /> },
                  })}
              >
                <Mark flag={row.flag} />
                {!row.canLook && <p className="closing__where">{said.own}</p>}
              </ClosingCard>
            ))}
          </div>
        )}
      </RowPages>
    </>
  )
}

type Due = 'due' | 'later' | 'unreached'

/** Whom to ask next. */
export function CallList() {
  const { call: said } = useWords().consoleClosings
  const [state, setState] = useState<Due>('due')
  const reading = useReadPages<CallBackPage>(withQuery('/api/call-backs', { state }))
  return (
    <>
      <PressOne<Due>
        label={said.title}
        options={(['due', 'later', 'unreached'] as const).map((value) => ({
          key: value,
          label: said.states[value],
        }))}
        value={state}
        onChoose={setState}
      />
      {state === 'unreached' && <p className="book__lead">{said.unreachedNote}</p>}
      <RowPages<ToCallBack>
        reading={reading}
        none={<Empty what={said.none[state]} {...(state === 'due' && { next: said.noneNext })} />}
      >
        {(rows) => (
          <div className="closings__list">
            {rows.map((row) => (
              <ClosingCard
                key={row.caseId}
                row={row}
                open={{
                  label: said.open,
                  of: said.openOf,
                  form: <CallForm caseId={row.caseId} outcomes={row.outcomes} />,
                }}
              >
                <Tries row={row} />
              </ClosingCard>
            ))}
          </div>
        )}
      </RowPages>
    </>
  )
}

function Tries({ row: { repliedAt, answer, tries, lastTriedAt, nextTryAt } }: { row: ToCallBack }) {
  const { common, consoleClosings } = useWords()
  const { call: said } = consoleClosings
  const moment = (at: string) => momentFacts(at, nowMs())
  return (
    <>
      {answer !== null && <p className="closing-mark">{said.answerOf(answer)}</p>}
      <p className="closing__where">
        {common.facts(
          said.answered(moment(repliedAt)),
          lastTriedAt !== null && said.tried(tries, moment(lastTriedAt)),
          nextTryAt !== null && said.nextAt(moment(nextTryAt)),
        )}
      </p>
    </>
  )
}

/** What reporters ask for once more. */
export function AskList() {
  const { common, consoleClosings } = useWords()
  const { ask: said } = consoleClosings
  const reading = useReadPages<ReopeningPage>('/api/reopenings')
  return (
    <RowPages<ReopeningAsked> reading={reading} none={<Empty what={said.none} next={said.noneNext} />}>
      {(rows) => (
        <div className="closings__list">
          {rows.map((row) => (
            <ClosingCard
              key={row.caseId}
              row={row}
              open={{ label: said.open, of: said.openOf, form: <DecideForm caseId={row.caseId} /> }}
            >
              <p>
                {common.facts(
                  said.asked[row.ask.because],
                  said.reopened(row.reopened),
                  said.askedOn(momentFacts(row.ask.askedAt, nowMs())),
                )}
              </p>
              {row.words !== null && <p className="closing-mark">{said.words(row.words)}</p>}
            </ClosingCard>
          ))}
        </div>
      )}
    </RowPages>
  )
}
