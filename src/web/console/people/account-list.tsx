import { useId, useState } from 'react'
import type { FoundAccount } from '../../../people/accounts.contract.ts'
import { nowMs } from '../../clock.ts'
import { Pager } from '../../kit/pager.tsx'
import { Empty, Loading, Refused } from '../../kit/states.tsx'
import { StandInCard } from '../../shared/delegation/stand-in-card.tsx'
import { useDelegationWords } from '../../shared/delegation/use-delegation-words.ts'
import { localDay, sayDate } from '../../words/time.ts'
import { useWords } from '../words.ts'
import { AccountActs } from './account-acts.tsx'
import { type AccountFilter, filterQuery, noFilter } from './account-filters.tsx'
import { GivePostForm } from './give-post-form.tsx'
import { FormerPost, PostLine } from './post-line.tsx'
import { useAccounts } from './use-accounts.ts'

/** The accounts that a search finds, the latest opened first; all without one. */
export function AccountList({ text, filter }: { text: string; filter: AccountFilter }) {
  const { consolePeople: said } = useWords()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAccounts(
    filterQuery(text, filter),
  )
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  const accounts = data.pages.flatMap((page) => page.rows)
  if (accounts.length === 0)
    return text === '' && filter === noFilter ? (
      <Empty what={said.none} />
    ) : (
      <Empty what={said.noneFound} next={said.noneFoundNext} />
    )
  return (
    <section className="no-print" aria-label={said.title}>
      <ul className="people__list">
        {accounts.map((account) => (
          <AccountItem key={account.id} account={account} />
        ))}
      </ul>
      <Pager
        shown={accounts.length}
        hasMore={hasNextPage}
        busy={isFetchingNextPage}
        count={
          hasNextPage
            ? said.total(data.pages[0]?.total ?? accounts.length)
            : said.count(accounts.length, false)
        }
        onMore={() => void fetchNextPage()}
      />
    </section>
  )
}

function AccountItem({ account }: { account: FoundAccount }) {
  const words = useWords()
  const { consolePeople: said } = words
  const id = useId()
  const [giving, setGiving] = useState(false)
  const [lending, setLending] = useState(false)
  const today = localDay(nowMs())
  const held = account.posts.filter(({ endsOn }) => endsOn === null || endsOn > today)
  const former = account.posts.filter((post) => !held.includes(post))
  return (
    <li className="people__account">
      <div className="people__who">
        <h2 id={id}>{account.name}</h2>
        <small>{said.account(account.accountName)}</small>
        {account.closedAt !== null && (
          <small>{said.close.closedOn(sayDate(words, localDay(Date.parse(account.closedAt))))}</small>
        )}
      </div>
      <div className="people__posts">
        {held.length === 0 ? (
          <p className="people__none">{said.noPost}</p>
        ) : (
          <ul aria-labelledby={id}>
            {held.map((post) => (
              <PostLine key={post.id} post={post} name={account.name} today={today} />
            ))}
          </ul>
        )}
        {former.length > 0 && (
          <details className="people__former">
            <summary>{said.ended(former.length)}</summary>
            <ul>
              {former.map((post) => (
                <FormerPost key={post.id} post={post} />
              ))}
            </ul>
          </details>
        )}
      </div>
      {!giving && (
        <div className="people__account-acts">
          {account.closedAt === null && (
            <PostActs
              name={account.name}
              lending={lending}
              onGive={() => setGiving(true)}
              onLend={() => setLending(!lending)}
            />
          )}
          <AccountActs account={account} />
        </div>
      )}
      {lending && !giving && (
        <div className="people__form">
          <StandInCard posts={words.console.session.posts} accountId={account.id} />
        </div>
      )}
      {giving && <GivePostForm account={account} onClose={() => setGiving(false)} />}
    </li>
  )
}

/** Another post, and who stands in. */
function PostActs({
  name,
  lending,
  onGive,
  onLend,
}: {
  name: string
  lending: boolean
  onGive(): void
  onLend(): void
}) {
  const { give } = useWords().consolePeople
  const lent = useDelegationWords()
  return (
    <>
      <button
        type="button"
        className="text-button people__give"
        aria-label={give.openOf(name)}
        onClick={onGive}
      >
        {give.open}
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={lent.openOf(name)}
        aria-expanded={lending}
        onClick={onLend}
      >
        {lent.title}
      </button>
    </>
  )
}
