import '../people/people.css'
import './assessment.css'
import { type FormEvent, useState } from 'react'
import type { CaseStory } from '../../../cases/story.contract.ts'
import type { Filed } from '../../../evaluation/contract.ts'
import type { AssistParts, GiveMark } from '../../../evaluation/marks.contract.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { SelectField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useNameOf } from '../../shared/names.ts'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { Ways } from '../ways.tsx'
import { SaidField } from '../whistles/said-field.tsx'
import { useWords } from '../words.ts'

type Assist = Omit<Extract<GiveMark, { kind: 'assist' }>, 'requestId'>
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

interface AssistFormProps {
  readonly unitId: string
  readonly caseId: string
  readonly name: string
  onClose(): void
}

function AssistForm({ unitId, caseId, name, onClose }: AssistFormProps) {
  const { marks: said, measures } = useWords().consoleAssessment
  const say = useSay()
  const [fives, setFives] = useState<Readonly<Partial<Record<(typeof marksOf)[number], string>>>>({})
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<Filed, Assist>('/api/assessment/marks', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { promptness, result, attitude } = fives
    if (act.isPending || !promptness || !result || !attitude || text.length > 500) return
    const three = { promptness: Number(promptness), result: Number(result), attitude: Number(attitude) }
    const mark: Assist = { kind: 'assist', unitId, caseId, ...three }
    act.mutate(text.trim() === '' ? mark : { ...mark, words: text.trim() })
  }
  return (
    <form className="people__form" aria-label={said.assist.giveTo(name)} onSubmit={submit} noValidate>
      {marksOf.map((one) => (
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
      ))}
      <SaidField
        label={said.words}
        needed={said.needed}
        optional
        value={text}
        tried={tried}
        onChange={setText}
      />
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}
