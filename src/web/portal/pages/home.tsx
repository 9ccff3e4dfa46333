import '../home/home.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AreaStep, DistrictCard } from '../../../areas/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Facts } from '../../kit/facts.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWaited } from '../../kit/use-waited.ts'
import { usePreferences, useWords } from '../../preferences.tsx'
import { lastOf } from '../../shared/last-of.ts'
import { communityOf, useMyPlace } from '../../shared/my-place.ts'
import { nameIn } from '../../shared/names.ts'
import { EmergencyNotice } from '../../shared/report/emergency-notice.tsx'
import { momentFacts } from '../../words/time.ts'
import type { Words } from '../../words/zh.ts'
import { AroundCard } from '../home/around-card.tsx'
import { MyCasesCard } from '../home/my-cases-card.tsx'
import { MyPlaceCard } from '../home/my-place-card.tsx'
import { NewsCard } from '../home/news-card.tsx'
import { WorkerCard } from '../home/worker-card.tsx'
import { useScannedPlace } from '../scanned-place.ts'

function greeting({ portal }: Words, atMs: number): string {
  const hour = Number(momentFacts(new Date(atMs).toISOString(), atMs).clock.slice(0, 2))
  if (hour >= 5 && hour < 11) return portal.morning
  if (hour >= 11 && hour < 14) return portal.noon
  return hour >= 14 && hour < 18 ? portal.afternoon : portal.evening
}

/** How long the page waits for the district's name, in milliseconds. */
const PATIENCE_MS = 900

export default function HomePage() {
  const { words, language } = usePreferences()
  const { tabs, reportButton } = words.faces.portal
  useTitle(tabs.home)
  const { data: district, error } = useRead<DistrictCard>('/api/district', { staleMs: 300_000 })
  const waitedLong = useWaited(PATIENCE_MS)
  const scanned = useScannedPlace()
  const [mine, setMine] = useMyPlace()
  const [choosing, setChoosing] = useState(false)
  const place = scanned.place ?? mine
  const here = place?.steps.find(({ kind }) => kind === 'grid') ?? lastOf(place?.steps ?? [])
  const community = communityOf(place)
  const name = here ? nameIn(language, here) : district ? nameIn(language, district) : words.faces.portal.name
  if (district?.setUp === false)
    return <Empty wholePage what={words.portal.notSetUp} next={words.portal.notSetUpNext} />
  // What it is called stands above everything: shown a moment earlier, all of it would jump. On a slow line it comes
  // without its name: the grid worker's number and the button wait for nobody.
  return (
    <div hidden={district === undefined && error === null && !waitedLong}>
      <PlaceLine
        district={district}
        community={community}
        nearer={lastOf(place?.steps ?? []) ?? null}
        {...(place ? { onChange: () => setChoosing(true) } : {})}
        scanned={scanned.place !== null}
      />
      <h1>{words.portal.greeting(name, greeting(words, nowMs()))}</h1>
      {scanned.error && <UnknownCode />}
      <div className="columns">
        <div>
          {place && !choosing ? (
            <WorkerCard place={place} />
          ) : (
            <MyPlaceCard
              start={place}
              onKeep={(kept) => {
                setMine(kept)
                setChoosing(false)
              }}
            />
          )}
          <p className="home__report">
            <Link
              to={scanned.place?.scanned ? `/report?place=${scanned.place.scanned}` : '/report'}
              className={buttonClass({ wide: true, big: true })}
            >
              {reportButton}
            </Link>
          </p>
          <MyCasesCard />
        </div>
        <div>
          <AroundCard place={place} />
          {community && <NewsCard community={community} />}
        </div>
      </div>
      <EmergencyNotice />
    </div>
  )
}

function PlaceLine({
  district,
  community,
  nearer,
  scanned,
  onChange,
}: {
  district: DistrictCard | undefined
  community: AreaStep | null
  /** The narrowest that is known: an estate, a building. The grid stands in the greeting. */
  nearer: AreaStep | null
  scanned: boolean
  onChange?: () => void
}) {
  const { words, language } = usePreferences()
  return (
    <div className="home__place">
      <span>
        <Facts>
          {district && (nearer || scanned) && nameIn(language, district)}
          {community && <Link to={`/community/${community.id}`}>{nameIn(language, community)}</Link>}
          {nearer && isBelowGrid(nearer) && nameIn(language, nearer)}
          {scanned && words.portal.place.scanned}
        </Facts>
      </span>
      {onChange && (
        <button type="button" className="link-button" onClick={onChange}>
          {words.portal.place.change}
        </button>
      )}
    </div>
  )
}

const isBelowGrid = ({ kind }: AreaStep): boolean => ['estate', 'building', 'home'].includes(kind)

function UnknownCode() {
  const { place } = useWords().portal
  return <Empty what={place.unknownCode} next={place.unknownCodeNext} />
}
