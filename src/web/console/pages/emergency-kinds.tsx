import '../books.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { EmergencyKind, EmergencyKindList } from '../../../cases/emergency/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { nameIn } from '../../shared/names.ts'
import { sayDate } from '../../words/time.ts'
import { useMatters } from '../books.ts'
import { KindForm } from '../emergency/kind-form.tsx'
import { FactList } from '../fact-list.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

/** The kinds of emergency as dated data: what each puts first, whom it tells, what residents are told to do. */
export default function EmergencyKindsPage() {
  const { kinds: said } = useWords().consoleEmergency
  const me = useSignedIn()
  const isOpen = mayDo(me, 'emergency.declare')
  const reading = useRead<EmergencyKindList>(isOpen ? '/api/emergency-kinds' : null)
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <p className="no-print">
        <Link to="/emergency">{said.back}</Link>
      </p>
      <Shown reading={reading}>
        {({ inForce, announced }) =>
          inForce.map((kind) => (
            <OneKind
              key={kind.code}
              kind={kind}
              coming={announced.filter(
                ({ code, validFrom }) => code === kind.code && (validFrom ?? '') > (kind.validFrom ?? ''),
              )}
              canChange={mayDo(me, 'matter.manage')}
            />
          ))
        }
      </Shown>
    </div>
  )
}

function OneKind({
  kind,
  coming,
  canChange,
}: {
  kind: EmergencyKind
  coming: readonly EmergencyKind[]
  canChange: boolean
}) {
  const { words, language } = useReading()
  const { kinds: said } = words.consoleEmergency
  const [open, setOpen] = useState(false)
  return (
    <Card title={nameIn(language, { zh: kind.nameZh, en: kind.nameEn })}>
      <KindFacts kind={kind} />
      {coming.map((next) => (
        <section key={next.validFrom} aria-label={said.from(sayDate(words, next.validFrom ?? ''))}>
          <h3>{said.from(sayDate(words, next.validFrom ?? ''))}</h3>
          <KindFacts kind={next} />
        </section>
      ))}
      {canChange && !open && (
        <Button look="quiet" onClick={() => setOpen(true)}>
          {said.change}
        </Button>
      )}
      {open && <KindForm kind={kind} onDone={() => setOpen(false)} />}
    </Card>
  )
}

function KindFacts({ kind }: { kind: EmergencyKind }) {
  const { words, language } = useReading()
  const { kinds: said, facts } = words.consoleEmergency
  const { data: matters } = useMatters()
  const nameOf = (code: string): string => {
    if (matters === undefined) return code
    const matter = matters.find((one) => one.code === code)
    return matter ? nameIn(language, matter) : said.unknown(code)
  }
  return (
    <FactList
      className="levels"
      pairs={[
        [facts.matters, words.common.list(kind.matters.map(nameOf))],
        [said.told, words.common.list(kind.told.map((post) => words.console.session.posts[post]))],
        [facts.limit, kind.limitPercent === 100 ? facts.limitUsual : facts.limitShare(kind.limitPercent)],
        [said.advice, language === 'zh' ? kind.adviceZh : kind.adviceEn],
        [
          said.lines,
          words.common.facts(
            ...kind.lines.map((line) => words.common.labelled(nameIn(language, line), line.phone)),
          ),
        ],
      ]}
    />
  )
}
