import { useState } from 'react'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { nowMs } from '../../clock.ts'
import { ClockBar, ClockLight } from '../../kit/clock-bar.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { Empty } from '../../kit/states.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { countingAccount, storyActs } from '../../shared/story.ts'
import { momentFacts } from '../../words/time.ts'
import { titleOf } from '../case/title-of.ts'
import { FactList } from '../fact-list.tsx'
import { useReading } from '../words.ts'
import { Sheet, Signatures } from './sheet.tsx'

/** Who the sheet speaks of, once a purpose was given; null before. */
export interface Person {
  readonly name: string | null
  readonly phone: string | null
}

interface SheetProps {
  readonly story: CaseStory
  readonly person: Person | null
}

/** A moment without "today": a sheet is read on another day. */
function useDaySaid() {
  const { paper } = useReading().words
  return (at: string) => paper.day(momentFacts(at, nowMs()))
}

/** What every sheet may say of a case: never the reporter's own words. */
function useHead(story: CaseStory) {
  const { words, language } = useReading()
  const matter = story.matter === null ? null : nameIn(language, story.matter)
  return { matter, what: titleOf(words, language, story) }
}

/** 督办单: to the unit that owes a step. What is asked is written before it is printed. */
export function SupervisionSlip({ story }: SheetProps) {
  const { words, language } = useReading()
  const { paper: said } = words
  const say = useDaySaid()
  const { matter, what } = useHead(story)
  const [demand, setDemand] = useState(said.demandStart)
  const [answerBy, setAnswerBy] = useState('')
  const lead = story.parts.find((part) => part.role === 'lead')
  if (lead === undefined) return <Empty what={said.noUnit} />
  return (
    <>
      <div className="paper__fields no-print">
        <TextArea
          label={said.demandLabel}
          hint={said.demandHint}
          value={demand}
          most={500}
          onChange={(event) => setDemand(event.target.value)}
        />
        <TextField
          label={said.answerByLabel}
          type="date"
          value={answerBy}
          onChange={(event) => setAnswerBy(event.target.value)}
        />
      </div>
      <Sheet
        story={story}
        heading={said.headings.supervision}
        qr={`/console/cases/${story.id}`}
        qrWords={said.qr}
      >
        <FactList
          className="sheet__facts"
          pairs={[
            [said.facts.to, nameIn(language, lead.unit)],
            [said.facts.matter, matter],
            [said.facts.summary, what === matter ? null : what],
            [said.facts.place, placeIn(language, story.place)],
            [said.facts.accepted, say(story.acceptedAt)],
            [said.facts.due, lead.account.dueAt === null ? said.noDue : say(lead.account.dueAt)],
            [said.facts.stage, words.cases.stages[story.stage]],
            [
              said.facts.clock,
              <div key="clock">
                <ClockLight account={lead.account} />
                <ClockBar account={lead.account} />
              </div>,
            ],
            [
              said.facts.demand,
              <p key="demand" className="sheet__words">
                {demand}
              </p>,
            ],
            [said.facts.answerBy, answerBy === '' ? null : said.before(say(`${answerBy}T12:00:00+08:00`))],
          ]}
        />
        <Signatures lines={[said.signatures.sealed, said.signatures.issued, said.signatures.received]} />
      </Sheet>
    </>
  )
}

/** 答复单: to the reporter, by hand or on the door. Without a name unless a purpose was given for it. */
export function ReplySheet({ story, person }: SheetProps) {
  const { paper: said } = useReading().words
  const { language } = useReading()
  const say = useDaySaid()
  const { what } = useHead(story)
  const replied = [...story.timeline]
    .reverse()
    .find((line) => line.texts.some(({ kind }) => kind === 'answer'))
  const answer = replied?.texts.find(({ kind }) => kind === 'answer')?.body
  const lead = story.parts.find((part) => part.role === 'lead')
  if (replied === undefined || answer === undefined) return <Empty what={said.noAnswer} />
  return (
    <Sheet
      story={story}
      heading={said.headings.reply}
      qr={story.public ? `/board/${story.number}` : '/follow'}
      qrWords={said.qrFollow}
    >
      <div className="sheet__letter">
        <p>{said.dear(person?.name ?? null)}</p>
        <p>{said.told(say(story.acceptedAt), what)}</p>
        <p className="sheet__words">{answer}</p>
        <p>{said.contact}</p>
      </div>
      <div className="sheet__signatures">
        {lead !== undefined && <p>{nameIn(language, lead.unit)}</p>}
        <p>{said.from}</p>
        <p>{say(replied.at)}</p>
      </div>
    </Sheet>
  )
}

/** 案件单: how the case stands and how it came there. Words, address and reporter only after a purpose was given. */
export function CaseSheet({ story, person }: SheetProps) {
  const { words, language } = useReading()
  const { paper: said } = words
  const { matter, what } = useHead(story)
  const say = useDaySaid()
  const account = countingAccount(story)
  const { roles, unitAs } = words.consoleCase
  const units = story.parts.map(({ unit, role }) => unitAs(nameIn(language, unit), roles[role]))
  const acts = storyActs(words, language, story, nowMs())
  return (
    <Sheet story={story} heading={said.headings.case} qr={`/console/cases/${story.id}`} qrWords={said.qr}>
      <FactList
        className="sheet__facts"
        pairs={[
          [said.facts.matter, matter],
          [said.facts.summary, what === matter ? null : what],
          [said.facts.stage, words.cases.stages[story.stage]],
          [said.facts.place, placeIn(language, story.place)],
          [
            said.facts.source,
            words.consoleCase.sourceOf(words.cases.sources[story.source], story.sourceNumber),
          ],
          [said.facts.accepted, said.moment(momentFacts(story.acceptedAt, nowMs()))],
          [said.facts.due, account.dueAt === null ? said.noDue : say(account.dueAt)],
          [said.facts.units, words.common.list(units)],
          [
            said.facts.clock,
            <div key="clock">
              <ClockLight account={account} />
              <ClockBar account={account} />
            </div>,
          ],
          [
            said.facts.words,
            person && (
              <p key="words" className="sheet__words">
                {story.words}
              </p>
            ),
          ],
          [said.facts.address, person && story.address],
          [said.facts.reporter, person && words.common.facts(person.name, person.phone)],
          [
            said.facts.rating,
            story.rating === null ? null : words.consoleCase.rating(story.solved === true, story.rating),
          ],
        ]}
      />
      <h2>{said.facts.story}</h2>
      <ol className="sheet__story">
        {acts.map(({ id, what: act, at, note }) => (
          <li key={id}>
            <span>{at !== null && said.moment(momentFacts(at, nowMs()))}</span>
            <div>
              {act}
              {/* What people wrote about it may name somebody. */}
              {person !== null && note !== undefined && <p className="sheet__words">{note}</p>}
            </div>
          </li>
        ))}
      </ol>
      <p className="sheet__foot">{person ? said.withPersonal : said.seeInside}</p>
    </Sheet>
  )
}
