import { useState } from 'react'
import type {
  AnswerInstruction,
  GiveInstruction,
  LadderView,
} from '../../../../cases/ladder/press.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { SelectField, TextArea } from '../../../kit/field.tsx'
import { useNameOf } from '../../../shared/names.ts'
import type { ConsoleWords } from '../../../words/console.ts'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { isReason } from '../acts/reason.ts'
import { useLadderAct } from './use-ladder.ts'

/** Its own unit answers, and the instruction ends. */
export function AnswerForm({ caseId, instructionId }: { caseId: string; instructionId: string }) {
  const { answer: said } = useWords().consoleLadder
  const [draft, setDraft, forget] = useDraft(`instruction.${instructionId}`, { words: '' })
  const [tried, setTried] = useState(false)
  const act = useLadderAct<Omit<AnswerInstruction, 'requestId'>>(caseId, 'answer-instruction', forget)
  const send = () => {
    setTried(true)
    if (isReason(draft.words)) act.mutate({ instructionId, words: draft.words.trim() })
  }
  return (
    <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
      <TextArea
        label={said.words}
        value={draft.words}
        most={1000}
        error={tried && !isReason(draft.words) ? said.needed : undefined}
        onChange={(event) => setDraft({ words: event.target.value })}
      />
    </ActForm>
  )
}

type Within = keyof ConsoleWords['consoleLadder']['instruct']['choices']

/** How long a unit may take; the program knows office hours, so that a night is not asked about. */
const withins: Readonly<Record<Within, Pick<GiveInstruction, 'amount' | 'countedIn'>>> = {
  '2 clock_hour': { amount: 2, countedIn: 'clock_hour' },
  '4 working_hour': { amount: 4, countedIn: 'working_hour' },
  '7 working_hour': { amount: 7, countedIn: 'working_hour' },
  '21 working_hour': { amount: 21, countedIn: 'working_hour' },
}

const start: { words: string; within: Within; unitId: string } = {
  words: '',
  within: '4 working_hour',
  unitId: '',
}

/** 下督办件: folded away until it is wanted; where one unit has the case, nobody is asked which. */
export function InstructForm({ caseId, units }: { caseId: string; units: LadderView['mayInstruct'] }) {
  const { instruct: said } = useWords().consoleLadder
  const nameOf = useNameOf()
  const [draft, setDraft, forget] = useDraft(`instruct.${caseId}`, start)
  const [tried, setTried] = useState(false)
  const act = useLadderAct<Omit<GiveInstruction, 'requestId'>>(caseId, 'instruct', forget)
  const unitId = units.find(({ id }) => id === draft.unitId)?.id ?? units[0]!.id
  const send = () => {
    setTried(true)
    if (isReason(draft.words)) act.mutate({ unitId, words: draft.words.trim(), ...withins[draft.within] })
  }
  return (
    <details className="request">
      <summary className="summary">{said.open}</summary>
      <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
        {units.length > 1 && (
          <SelectField label={said.unit} value={unitId} onChoose={(chosen) => setDraft({ unitId: chosen })}>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {nameOf(unit)}
              </option>
            ))}
          </SelectField>
        )}
        <TextArea
          label={said.words}
          value={draft.words}
          most={1000}
          error={tried && !isReason(draft.words) ? said.needed : undefined}
          onChange={(event) => setDraft({ words: event.target.value })}
        />
        <SelectField
          label={said.within}
          value={draft.within}
          onChoose={(chosen) => setDraft({ within: chosen as Within })}
        >
          {Object.entries(said.choices).map(([within, label]) => (
            <option key={within} value={within}>
              {label}
            </option>
          ))}
        </SelectField>
      </ActForm>
    </details>
  )
}
