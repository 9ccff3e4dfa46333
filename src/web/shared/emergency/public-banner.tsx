import './banner.css'
import type { PublicEmergencies, PublicEmergency } from '../../../cases/emergency/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { usePreferences } from '../../preferences.tsx'
import { emergencyWords } from '../../words/emergency.ts'
import { sayMoment } from '../../words/time.ts'
import { nameIn } from '../names.ts'

const staleMs = 60_000

/** What residents are told while an emergency is on: what to do and whom to ring, calmly. Nothing where none is. */
export default function PublicBanner() {
  const { data } = useRead<PublicEmergencies>('/api/emergencies/now', { staleMs })
  return (
    <>
      {data?.rows.map((one) => (
        <OnePublic key={one.id} one={one} />
      ))}
    </>
  )
}

function OnePublic({ one }: { one: PublicEmergency }) {
  const { language, words } = usePreferences()
  const said = emergencyWords[language]
  return (
    <aside className="mode-banner" aria-label={said.label}>
      <h2>{words.common.facts(one.name[language], one.area[language])}</h2>
      <p>
        <small>{said.since(sayMoment(words, one.fromAt, nowMs()))}</small>
      </p>
      <p>{one.advice[language]}</p>
      {one.words !== null && <p>{one.words}</p>}
      <p className="mode-banner__ring">
        <strong>{said.danger}</strong>
        <a href="tel:119">{said.fire}</a>
        <a href="tel:120">{said.doctor}</a>
        <a href="tel:110">{said.police}</a>
      </p>
      {one.lines.length > 0 && (
        <p className="mode-banner__ring">
          <span>{said.ring}</span>
          {one.lines.map((line) => (
            <a key={line.phone} href={`tel:${line.phone}`}>
              {said.line(nameIn(language, line), line.phone)}
            </a>
          ))}
        </p>
      )}
    </aside>
  )
}
