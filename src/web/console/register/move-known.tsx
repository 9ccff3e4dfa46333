import { useState } from 'react'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Choices } from '../../kit/choice.tsx'
import { SearchField, TextField } from '../../kit/field.tsx'
import { Shown } from '../../kit/shown.tsx'
import { EmptyCard } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { useFound } from '../../shared/register/found.tsx'
import { livesHere, type Stay, StayPart } from '../../shared/register/stay-part.tsx'
import { usePersonFacts, useSaid } from '../../shared/register/use-said.ts'
import { useSettled } from '../../shared/use-settled.ts'
import { localDay } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { useWords } from '../words.ts'
import { useDeskSaid } from './use-desk-said.ts'

/** Somebody whom the register knows comes to this home: found, not entered a second time. */
export function MoveKnown({ homeId, onDone }: { homeId: string; onDone(): void }) {
  const { moveIn: said } = useDeskSaid()
  const say = useSay()
  const today = localDay(nowMs())
  const [personId, setPersonId] = useState<string | null>(null)
  const [stay, setStay] = useState<Stay>({ role: null, lives: true })
  const [fromDay, setFromDay] = useState(today)
  const [tried, setTried] = useState(false)
  const act = useAct(`/api/register/people/${personId}/homes`, {
    onDone: () => {
      say(said.done)
      onDone()
    },
  })
  const { role, lives } = stay
  const send = () => {
    setTried(true)
    if (personId !== null && role !== null)
      act.mutate({ homeId, role, lives: livesHere(role, lives), fromDay: fromDay || today })
  }
  return (
    <ActForm label={said.send} hint={said.next} busy={act.isPending} error={act.error} onSend={send}>
      <WhoMoves personId={personId} isMissing={tried && personId === null} onChoose={setPersonId} />
      <StayPart stay={stay} tried={tried} change={(part) => setStay({ ...stay, ...part })} />
      <TextField
        label={said.fromDay}
        hint={said.fromDayHint}
        type="date"
        max={today}
        value={fromDay}
        onChange={(event) => setFromDay(event.target.value)}
      />
    </ActForm>
  )
}

interface WhoProps {
  readonly personId: string | null
  readonly isMissing: boolean
  onChoose(personId: string | null): void
}

/** Finds who moves; another search forgets whom the last one found. */
function WhoMoves({ personId, isMissing, onChoose }: WhoProps) {
  const { moveIn: said } = useDeskSaid()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const missing = isMissing ? said.whoMissing : undefined
  return (
    <>
      <SearchField
        label={said.find}
        hint={said.findHint}
        error={text === '' ? missing : undefined}
        value={typed}
        onType={(next) => {
          setTyped(next)
          onChoose(null)
        }}
      />
      {text !== '' && <FoundPeople text={text} missing={missing} personId={personId} onChoose={onChoose} />}
    </>
  )
}

function FoundPeople({
  text,
  missing,
  personId,
  onChoose,
}: Pick<WhoProps, 'personId' | 'onChoose'> & { text: string; missing: string | undefined }) {
  const said = useSaid()
  const { moveIn } = useDeskSaid()
  const { common } = useWords()
  const factsOf = usePersonFacts()
  const { reading, homeOf } = useFound(text)
  return (
    <Shown reading={reading}>
      {({ people, more }) =>
        people.length === 0 ? (
          <EmptyCard what={said.noneFound} next={said.noneFoundNext} />
        ) : (
          <>
            <Choices
              label={moveIn.who}
              {...(missing === undefined ? {} : { error: missing })}
              options={people.map((person) => ({
                value: person.personId,
                label: person.name,
                hint: common.facts(...factsOf(person), homeOf(person)),
              }))}
              value={personId}
              onChoose={onChoose}
            />
            {more && <p className="field__hint">{said.moreFound}</p>}
          </>
        )
      }
    </Shown>
  )
}
