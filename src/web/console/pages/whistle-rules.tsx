import '../books.css'
import '../whistles/whistles.css'
import type { WhistleRuleList, WhistleRules } from '../../../cases/whistle/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { fullDuration, localDay, sayDate } from '../../words/time.ts'
import { DatedRules } from '../dated-rules.tsx'
import { FactList } from '../fact-list.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { RulesForm } from '../whistles/rules-form.tsx'
import { ToWhistles } from '../whistles/to-whistles.tsx'
import { useWords } from '../words.ts'

/** Who may blow, and how long each duty may take: as it is today, as it will be, and as it was. */
export default function WhistleRulesPage() {
  const { rules: said } = useWords().consoleWhistles
  const me = useSignedIn()
  const reading = useRead<WhistleRuleList>('/api/whistle-rules')
  useTitle(said.title)
  if (!mayDo(me, 'whistle.see')) return <NotPermitted />
  return (
    <div className="book">
      <ToWhistles />
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Shown reading={reading}>
        {({ inForce, announced }) => (
          <DatedRules
            said={said}
            inForce={inForce}
            announced={announced}
            fromOf={({ validFrom }) => validFrom}
            now={localDay(nowMs())}
            mayAnnounce={mayDo(me, 'matter.manage')}
            show={(rules) => <Rules rules={rules} />}
            form={(onClose) => <RulesForm rules={inForce} onClose={onClose} />}
          />
        )}
      </Shown>
    </div>
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
