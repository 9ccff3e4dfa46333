import './assessment.css'
import { useState } from 'react'
import type { CaseStory } from '../../../cases/story.contract.ts'
import type { AssistParts } from '../../../evaluation/marks.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { SelectField } from '../../kit/field.tsx'
import { useNameOf } from '../../shared/names.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { Ways } from '../ways.tsx'
import { useWords } from '../words.ts'
import { type Mark, MarkFrame } from './mark-frame.tsx'

type Part = AssistParts['rows'][number]

const marksOf = ['promptness', 'result', 'attitude'] as const

/** A case that is still being worked on: whoever assists is spoken of once they have done their part. */
const inHand: ReadonlySet<string> = new Set(['dispatched', 'signed', 'handling'])

/** What the street or community says of each department that assisted in a case: once each, by three marks. */
export function AssistMarks({ story }: { story: CaseStory }) {
  const { assist: said } = useWords().consoleAssessment.marks
  const speaks = mayDo(useSignedIn(), 'assessment.mark')
  const assists = story.parts.some(({ role }) => role === 'assist')
  const asks = speaks && assists && !story.practice && !story.confidential
  const { data } = useRead<AssistParts>(asks ? `/api/assessment/marks/cases/${story.id}` : null)
  const isDone = (unitId: string) =>
    !inHand.has(story.stage) ||
    story.parts.some(
      ({ unit, role, stage }) => unit.id === unitId && role === 'assist' && stage === 'resolved',
    )
  const rows =
    data?.rows.filter(({ unit, mark, mayMark }) => mark !== null || (mayMark && isDone(unit.id))) ?? []
  if (rows.length === 0) return null
  return (
    <section className="panel" aria-label={said.title}>
      <h3>{said.title}</h3>
      <p className="field__hint">{said.lead}</p>
      <ul className="assessed">
        {rows.map((part) => (
          <AssistMark key={part.unit.id} part={part} caseId={story.id} />
        ))}
      </ul>
    </section>
  )
}

function AssistMark({ part: { unit, mark, mayMark }, caseId }: { part: Part; caseId: string }) {
  const { consoleAssessment, common } = useWords()
  const { marks: said, measures } = consoleAssessment
  const name = useNameOf()(unit)
  return (
    <li>
      <h4>{name}</h4>
      {mark !== null && <p>{common.facts(...marksOf.map((one) => said.mark(measures[one], mark[one])))}</p>}
      {mayMark && (
        <Ways
          ways={[
            {
              key: 'mark',
              label: said.assist.give,
              spoken: said.assist.giveTo(name),
              part: (close) => <AssistForm unitId={unit.id} caseId={caseId} name={name} onClose={close} />,
            },
          ]}
        />
      )}
    </li>
  )
}

const numbers = (fives: Readonly<Record<(typeof marksOf)[number], string>>) => ({
  promptness: Number(fives.promptness),
  result: Number(fives.result),
  attitude: Number(fives.attitude),
})

interface AssistFormProps {
  readonly unitId: string
  readonly caseId: string
  readonly name: string
  onClose(): void
}

function AssistForm({ unitId, caseId, name, onClose }: AssistFormProps) {
  const { marks: said, measures } = useWords().consoleAssessment
  const [fives, setFives] = useState<Readonly<Partial<Record<(typeof marksOf)[number], string>>>>({})
  const { promptness, result, attitude } = fives
  const mark: Mark<'assist'> | null =
    promptness && result && attitude
      ? { kind: 'assist', unitId, caseId, ...numbers({ promptness, result, attitude }) }
      : null
  return (
    <MarkFrame className="people__form" label={said.assist.giveTo(name)} mark={mark} onClose={onClose}>
      {(tried) =>
        marksOf.map((one) => (
          <SelectField
            key={one}
            label={measures[one]}
            value={fives[one] ?? ''}
            error={tried && !fives[one] ? said.supportNeeded : undefined}
            onChoose={(five) => setFives({ ...fives, [one]: five })}
          >
            <option value="">{said.choose}</option>
            {(['1', '2', '3', '4', '5'] as const).map((five) => (
              <option key={five} value={five}>
                {said.fives[five]}
              </option>
            ))}
          </SelectField>
        ))
      }
    </MarkFrame>
  )
}
