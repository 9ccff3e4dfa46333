import { useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Me } from '../../../people/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Shown } from '../../kit/shown.tsx'
import { Empty, Loading } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { NextStepLater, useNeeds } from '../../shared/account/needs.tsx'
import { SignOut } from '../../shared/sign-out.tsx'

// Hardly ever needed where somebody works: it comes when nobody is signed in.
const SignInForm = lazy(async () => ({ default: (await import('./sign-in-form.tsx')).SignInForm }))

/** What only staff with a post see; whoever is not signed in is asked to, in place. */
export function StaffGate({ children }: { children: (me: Me) => ReactNode }) {
  const { noPost, noPostNext } = useWords().field
  const reading = useRead<Me>('/api/me')
  const queries = useQueryClient()
  const { needs, release } = useNeeds(reading.error)
  const goOn = async () => {
    await queries.resetQueries()
    release()
  }
  if (needs !== null) return <NextStepLater needs={needs} onDone={() => void goOn()} />
  return (
    <Shown reading={reading}>
      {(me) => {
        if (me.account === null)
          return (
            <Suspense fallback={<Loading />}>
              <SignInForm />
            </Suspense>
          )
        if (me.posts.length > 0) return children(me)
        return (
          <Empty wholePage what={noPost} next={noPostNext}>
            <SignOut />
          </Empty>
        )
      }}
    </Shown>
  )
}

/** Whether one of the posts looks after a grid. */
export const worksInGrid = ({ posts }: Me): boolean =>
  posts.some(({ kind }) => kind === 'grid_worker' || kind === 'grid_leader')
