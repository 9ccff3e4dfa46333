import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { OwnEntryState } from '../../../people/rights/contract.ts'
import { isRefusal, sayProblem } from '../../api/problem.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { goToHeading, goToProblem } from '../../kit/focus.ts'
import { EmptyCard } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { useSend } from '../../shared/account/use-send.ts'
import { useRecordWords } from './record-words.tsx'

const endForm = /^\d{3}[\dXx]$/

/** Where one's own entry in the register is not open yet: what is missing, or whom to ask. */
export function EntryCard({ state }: { state: Exclude<OwnEntryState, 'found'> }) {
  const { entry: said } = useRecordWords()
  return (
    <Card title={said.title}>
      {state === 'needs_end' && <FindEntry />}
      {state === 'none' && <EmptyCard what={said.none} next={said.noneNext} />}
      {state === 'unclear' && <EmptyCard what={said.unclear} next={said.unclearNext} />}
    </Card>
  )
}

/** Tells who of a family asks, by the end of the identity number. */
function FindEntry() {
  const words = useWords()
  const { entry: said } = useRecordWords()
  const say = useSay()
  const queries = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [end, setEnd] = useState('')
  const [malformed, setMalformed] = useState(false)
  const { busy, error, send } = useSend('/api/my/record/find', async () => {
    say(said.found)
    await queries.invalidateQueries({ queryKey: ['/api/my/record'] })
    goToHeading()
  })
  const wrong = malformed ? said.endWrong : error === null ? undefined : sayTry()
  useEffect(() => {
    if (wrong !== undefined) goToProblem(form.current)
  }, [wrong])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const identityEnd = end.trim()
    setMalformed(!endForm.test(identityEnd))
    if (endForm.test(identityEnd)) void send({ identityEnd })
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <p className="record__lead">{said.needsEnd}</p>
      <TextField
        label={said.end}
        hint={said.endHint}
        error={wrong}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={4}
        value={end}
        onChange={(event) => setEnd(event.target.value)}
      />
      <Button type="submit" wide busy={busy}>
        {said.send}
      </Button>
    </form>
  )

  /** Tries of a day are few; a flood of them is another matter, and says its seconds. */
  function sayTry(): string {
    const isOver = isRefusal(error, 'too_many_requests') && error.facts.seconds === undefined
    return isOver ? said.triedOften : sayProblem(words, error)
  }
}
