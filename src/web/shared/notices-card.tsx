import './rows.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Notice, ReadNotices, Unread } from '../../notices/contract.ts'
import { call } from '../api/call.ts'
import { nowMs } from '../clock.ts'
import { Button } from '../kit/button.tsx'
import { Card } from '../kit/card.tsx'
import { Facts } from '../kit/facts.tsx'
import { FormError } from '../kit/form-error.tsx'
import { Shown } from '../kit/shown.tsx'
import { EmptyCard } from '../kit/states.tsx'
import { usePreferences, useWords } from '../preferences.tsx'
import { noticeKinds } from '../words/notice-kinds.ts'
import { sayDay, sayMoment } from '../words/time.ts'
import { useNameOf } from './names.ts'
import { NumberSaid } from './number-said.tsx'
import { noticesKey, shownNotices, useNotices } from './use-notices.ts'

interface Ways {
  /** Where a case is opened in this face. */
  linkTo(caseId: string): string
  /** Where emergencies are taken; absent for residents, who get none. */
  readonly alertsAt?: string
  /** The way on while there are none. */
  readonly whenNone?: ReactNode
  /** Where a community's page is opened, for whoever asked something there; absent for staff. */
  communityAt?(areaId: string): string
  /** Where a whistle is opened; absent where this face has no page for it. */
  whistleAt?(whistleId: string): string
  /** Where a joint action is opened; absent where this face has no page for it. */
  actionAt?(actionId: string): string
  /** Where an emergency is seen and confirmed; absent where this face has no page for it. */
  emergencyAt?(modeId: string): string
  /** Where a mediation is opened; absent where this face has no page for it. */
  mediationAt?(mediationId: string): string
  /** Where what was passed on is signed for and answered; absent where this face has no page for it. */
  readonly passedOnAt?: string
  /** Where shifts are given over and taken; absent for residents. */
  readonly handOverAt?: string
  /** Where the report of a span is read; absent where this face has no page for it. */
  reportAt?(kind: string, start: string): string
  /** Where one sees how one's account is signed in to. */
  readonly securityAt: string
}

/** Where a notice leads; null where this face has no page for it. */
function placeOf(
  { kind, caseId, facts }: Notice,
  {
    linkTo,
    alertsAt,
    communityAt,
    whistleAt,
    actionAt,
    emergencyAt,
    mediationAt,
    passedOnAt,
    handOverAt,
    reportAt,
    securityAt,
  }: Ways,
): string | null {
  if (caseId !== null) return linkTo(caseId)
  if (kind === 'alert') return alertsAt ?? null
  if (kind === 'account_passkey_added') return securityAt
  if (typeof facts.passedId === 'string') return passedOnAt ?? null
  if (typeof facts.handOverId === 'string') return handOverAt ?? null
  if (typeof facts.report === 'string' && typeof facts.start === 'string')
    return reportAt?.(facts.report, facts.start) ?? null
  if (typeof facts.whistleId === 'string') return whistleAt?.(facts.whistleId) ?? null
  if (typeof facts.actionId === 'string') return actionAt?.(facts.actionId) ?? null
  if (typeof facts.mediationId === 'string') return mediationAt?.(facts.mediationId) ?? null
  if (typeof facts.modeId === 'string') return emergencyAt?.(facts.modeId) ?? null
  return typeof facts.areaId === 'string' ? (communityAt?.(facts.areaId) ?? null) : null
}

/** What a signed-in reader was told: unread emergencies, then the latest first. */
export function NoticesCard(ways: Ways) {
  const { notices } = useWords()
  const queries = useQueryClient()
  const reading = useNotices()
  const read = useMutation({
    mutationFn: (body: ReadNotices) => call<Unread>('POST', '/api/notices/read', body),
    onSuccess: () => queries.invalidateQueries({ queryKey: noticesKey }),
  })
  const unread = reading.data?.unread ?? 0
  const newest = reading.data?.rows[0]
  return (
    <Card title={notices.title} {...(unread > 0 ? { aside: <small>{notices.unread(unread)}</small> } : {})}>
      <Shown reading={reading}>
        {(page) =>
          shownNotices(page).length === 0 ? (
            <>
              <EmptyCard what={notices.none} next={notices.noneNext} />
              {ways.whenNone}
            </>
          ) : (
            <ul className="rows">
              {shownNotices(page).map((notice) => (
                <NoticeRow key={notice.id} notice={notice} {...ways} />
              ))}
            </ul>
          )
        }
      </Shown>
      <FormError error={read.error} />
      {unread > 0 && newest && (
        <Button look="quiet" wide busy={read.isPending} onClick={() => read.mutate({ upTo: newest.id })}>
          {notices.markRead}
        </Button>
      )}
    </Card>
  )
}

/** Kinds that are about a deadline: they say it. */
const saysDeadline = (kind: Notice['kind']): boolean =>
  kind === 'whistle_called' || kind.startsWith('ladder_') || kind.startsWith('instruction_')

function NoticeRow({ notice, ...ways }: Ways & { notice: Notice }) {
  const { words, language } = usePreferences()
  const { notices, follow } = words
  const nameOf = useNameOf()
  const { kind, facts, unit, place, emergency } = notice
  const to = placeOf(notice, ways)
  const [path = '', query] = to?.split('?') ?? []
  const content = (
    <>
      <span className={notice.readAt === null ? 'row__title' : undefined}>{noticeKinds[language][kind]}</span>
      <small>
        <Facts>
          {facts.practice === true && notices.practice}
          {notice.readAt === null && notices.isNew}
          {sayMoment(words, notice.createdAt, nowMs())}
          {notice.caseNumber !== null && (
            <NumberSaid said={follow.about(notice.caseNumber)} number={notice.caseNumber} />
          )}
          {emergency && nameOf(emergency)}
          {typeof facts.start === 'string' && notices.from(sayDay(words, facts.start, nowMs()))}
          {unit && nameOf(unit)}
          {place && nameOf(place)}
          {typeof facts.at === 'string' && sayMoment(words, facts.at, nowMs())}
          {saysDeadline(kind) &&
            typeof facts.dueAt === 'string' &&
            notices[kind === 'whistle_called' ? 'signBy' : 'dueBy'](sayMoment(words, facts.dueAt, nowMs()))}
        </Facts>
      </small>
    </>
  )
  return (
    <li>
      {to === null ? (
        <div className="row">{content}</div>
      ) : (
        <Link className="row" to={path} search={Object.fromEntries(new URLSearchParams(query))}>
          {content}
        </Link>
      )}
    </li>
  )
}
