import '../books.css'
import '../people/people.css'
import '../whistles/whistles.css'
import { useState } from 'react'
import type { WhistleRuleList, WhistleRules } from '../../../cases/whistle/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { fullDuration, localDay, sayDate } from '../../words/time.ts'
import { FactList } from '../fact-list.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { RulesForm } from '../whistles/rules-form.tsx'
import { ToWhistles } from '../whistles/to-whistles.tsx'
import { useWords } from '../words.ts'

/** Who may blow, and how long each duty may take: as it is today, as it will be, and as it was. */
export default function WhistleRulesPage() {
  const { rules: said } = useWords().consoleWhistles
  const reading = useRead<WhistleRuleList>('/api/whistle-rules')
  useTitle(said.title)
  if (!mayDo(useSignedIn(), 'whistle.see')) return <NotPermitted />
  return (
    <div className="book">
      <ToWhistles />
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Shown reading={reading}>{(list) => <Book list={list} />}</Shown>
    </div>
  )
}

function Book({ list: { inForce, announced } }: { list: WhistleRuleList }) {
  const words = useWords()
  const { rules: said } = words.consoleWhistles
  const mayAnnounce = mayDo(useSignedIn(), 'matter.manage')
  const [changing, setChanging] = useState(false)
  const today = localDay(nowMs())
  const others = announced.filter(({ validFrom }) => validFrom !== inForce.validFrom)
  const later = others.filter(({ validFrom }) => validFrom! > today)
  const earlier = others.filter(({ validFrom }) => validFrom! <= today)
  return (
    <>
      <section className="panel">
        <h2>{said.inForce}</h2>
        <Rules rules={inForce} />
      </section>
      {changing && <RulesForm rules={inForce} onClose={() => setChanging(false)} />}
      {mayAnnounce && !changing && (
        <p className="people__open no-print">
          <Button look="quiet" onClick={() => setChanging(true)}>
            {said.change}
          </Button>
        </p>
      )}
      <Dated title={said.later} list={later} />
      <Dated title={said.earlier} list={earlier} />
    </>
  )
}

function Dated({ title, list }: { title: string; list: readonly WhistleRules[] }) {
  if (list.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      {list.map((rules) => (
        <div key={rules.validFrom} className="panel">
          <Rules rules={rules} />
        </div>
      ))}
    </section>
  )
}

const clock = { measure: 'clock', minutesPerDay: 1440 } as const

function Rules({ rules }: { rules: WhistleRules }) {
  const words = useWords()
  const { rules: said, rates } = words.consoleWhistles
  const length = (minutes: number) => words.time.duration(fullDuration(minutes, clock))
  return (
    <FactList
      className="whistle-rules"
      pairs={[
        [said.validFrom, rules.validFrom === null ? said.fromStart : sayDate(words, rules.validFrom)],
        [said.blowers, words.common.list(rules.blowers.map((blower) => rates.kinds[blower]))],
        [said.review, rules.firstReviewed ? said.reviewed : said.notReviewed],
        [said.sign, said.usualAndUrgent(length(rules.signMinutes), length(rules.emergencySignMinutes))],
        [
          said.contact,
          said.usualAndUrgent(length(rules.contactMinutes), length(rules.emergencyContactMinutes)),
        ],
        [said.report, said.between(length(rules.reportLeastMinutes), length(rules.reportMostMinutes))],
        [said.spot, words.consoleWhistles.facts.metres(rules.spotMetres)],
        [said.rate, said.days(rules.rateDays)],
      ]}
    />
  )
}
