import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OpenInstructions } from '../../../cases/ladder/press.contract.ts'
import { call } from '../../api/call.ts'
import { nowMs } from '../../clock.ts'
import { ClockLight } from '../../kit/clock-bar.tsx'
import { useNameOf } from '../../shared/names.ts'
import { NumberSaid } from '../../shared/number-said.tsx'
import { sayMoment } from '../../words/time.ts'
import { AnswerForm } from '../case/ladder/instruction-forms.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import { deskKey } from './use-desk.ts'

/** Read again with the queues: a light turns with time, and a supervisor may take one back. */
const REFRESH_MS = 60_000

/** 督办件 of the reader's units: above their queue, the one that is due first standing first, answered where it stands. */
export function Instructions() {
  const { consoleLadder: said } = useWords()
  const { data } = useQuery({
    queryKey: [...deskKey, 'instructions'],
    queryFn: ({ signal }) => call<OpenInstructions>('GET', '/api/instructions', undefined, { signal }),
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })
  // Beside the queue: while it is read, or where it cannot be, the desk is whole without it.
  if (data === undefined || data.rows.length === 0) return null
  return (
    <section className="desk-instructions" aria-labelledby="instructions">
      <h2 id="instructions">{said.waiting(data.rows.length, data.more)}</h2>
      <ul>
        {data.rows.map((row) => (
          <li key={row.id}>
            <Instruction row={row} />
          </li>
        ))}
      </ul>
      {data.more && <p className="field__hint">{said.moreHint}</p>}
    </section>
  )
}

function Instruction({ row }: { row: OpenInstructions['rows'][number] }) {
  const words = useWords()
  const { consoleLadder: said } = words
  const nameOf = useNameOf()
  const mayAnswer = mayDo(useSignedIn(), 'case.handle')
  const [answering, setAnswering] = useState(false)
  const { id, unit, giver, words: body, account, caseId, caseNumber } = row
  return (
    <article className={account.light === 'red' ? 'instruction instruction--late' : 'instruction'}>
      <p className="instruction__head">
        <strong>{said.given(giver, nameOf(unit))}</strong> <ClockLight account={account} />
      </p>
      <p>{body === null ? said.erased : words.story.texts.quoted(body)}</p>
      <p className="instruction__ways">
        {account.dueAt !== null && <span>{said.answerBy(sayMoment(words, account.dueAt, nowMs()))}</span>}
        <Link to="/cases/$id" params={{ id: caseId }}>
          <NumberSaid said={words.follow.about(caseNumber)} number={caseNumber} />
        </Link>
        {mayAnswer && (
          <button
            type="button"
            className="text-button"
            aria-expanded={answering}
            aria-label={said.answerOf(caseNumber)}
            onClick={() => setAnswering(!answering)}
          >
            {said.answerHere}
          </button>
        )}
      </p>
      {answering && <AnswerForm caseId={caseId} instructionId={id} />}
    </article>
  )
}
