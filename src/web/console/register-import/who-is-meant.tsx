import { useId } from 'react'
import type { ImportRow } from '../../../people/register/import/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../kit/status.tsx'
import { useAddressOf, useSaid } from '../../shared/register/use-said.ts'
import { sayDate } from '../../words/time.ts'
import { FactList, type FactPair } from '../fact-list.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { pathOf } from './use-register-import.ts'

type Told = Pick<
  ImportRow['candidates'][number],
  'name' | 'child' | 'place' | keyof NonNullable<ImportRow['said']>
>

/** Whom a row means that may mean several: what the file says beside those of the register. */
export function WhoIsMeant({ importId, row }: { importId: string; row: ImportRow }) {
  const { ask: said } = useWords().consoleRegisterImport
  const say = useSay()
  const id = useId()
  const pairsOf = usePairs()
  const act = useAct<{ n: number }, { personId: string | null }>(`${pathOf(importId)}/rows/${row.n}/decide`, {
    onDone: () => {
      say(said.decided)
      // The question goes with its buttons: who works by keyboard goes on at the list.
      document.getElementById('import-rows')?.focus()
    },
  })
  const decide = (personId: string | null) => {
    if (!act.isPending) act.mutate({ personId })
  }
  const { name, child, place, candidates } = row
  const file: Told | null = row.said && { name, child, place, ...row.said }
  return (
    <section className="who-is-meant" aria-labelledby={id}>
      <h3 id={id}>{candidates.length === 0 ? said.unseen : said.title}</h3>
      <FormProblem error={act.error} />
      <div className="who-is-meant__cards">
        {file !== null && (
          <div className="who-is-meant__card">
            <h4>{said.file}</h4>
            <FactList className="who-is-meant__facts" pairs={pairsOf(file, null)} />
            <Button look="quiet" busy={act.isPending} onClick={() => decide(null)}>
              {said.nobody}
            </Button>
          </div>
        )}
        {candidates.map((candidate, index) => (
          <div key={candidate.personId} className="who-is-meant__card">
            <h4>{said.candidate(index + 1)}</h4>
            <FactList className="who-is-meant__facts" pairs={pairsOf(candidate, file)} />
            <Button
              aria-label={said.thisOneOf(index + 1)}
              busy={act.isPending}
              onClick={() => decide(candidate.personId)}
            >
              {said.thisOne}
            </Button>
          </div>
        ))}
      </div>
    </section>
  )
}

/** By what people of one name are told apart, each under the same names; what is as in the file says so. */
function usePairs(): (told: Told, file: Told | null) => readonly FactPair[] {
  const words = useWords()
  const { ask: said, list } = words.consoleRegisterImport
  const { desk, person, sexes } = useSaid()
  const addressOf = useAddressOf()
  return (told, file) => {
    const say = (text: string | null, other: string | null | undefined, none = said.unknown): string => {
      if (text === null) return none
      return text === other ? said.alike(text) : text
    }
    const textsOf = (one: Told) => ({
      name: one.child ? list.child : one.name,
      birthDay: one.birthDay && sayDate(words, one.birthDay),
      sex: one.sex && sexes[one.sex],
      phone: one.phoneMasked,
      identity: one.identityEnd && list.identityEnd(one.identityEnd),
      home: one.place && addressOf(one.place),
    })
    const texts = textsOf(told)
    const others = file && textsOf(file)
    return [
      [person.name, say(texts.name, others?.name)],
      [desk.birthDay, say(texts.birthDay, others?.birthDay)],
      [person.sex, say(texts.sex, others?.sex)],
      [desk.phone, say(texts.phone, others?.phone)],
      [desk.identity, say(texts.identity, others?.identity)],
      [said.home, say(texts.home, others?.home, said.noHome)],
    ]
  }
}
