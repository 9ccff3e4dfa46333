import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Act, Me } from '../../../people/contract.ts'
import type { SignedIn } from '../../../people/sign-in/security.contract.ts'
import { call } from '../../api/call.ts'
import { stopPushHere } from '../../shared/messages/push-here.ts'

const meKey = ['me']

/** Who I am here, my posts and what they allow. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: ({ signal }) => call<Me>('GET', '/api/me', undefined, { signal }),
    staleTime: 60_000,
  })
}

/** The signed-in reader; only below the gate, which shows nothing before it is known. */
export function useSignedIn(): Me {
  const { data } = useMe()
  if (data === undefined) throw new Error('the gate lets nobody in before it knows who asks')
  return data
}

export const mayDo = (me: Pick<Me, 'acts'>, act: Act): boolean => me.acts.includes(act)

/** Asks again who I am: after signing in or out, and when the server says that I am signed in no more. */
export function useAskAgain() {
  const client = useQueryClient()
  return {
    whoIAm: () => client.invalidateQueries({ queryKey: meKey }),
    /** Nothing that one person read may stay for the next at the same desk. */
    everything: async () => {
      await client.resetQueries({ queryKey: meKey })
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] })
    },
  }
}

export const signIn = (username: string, password: string) =>
  call<SignedIn>('POST', '/api/auth/sign-in/username', { username, password })

export async function signOut(): Promise<void> {
  await stopPushHere()
  await call('POST', '/api/auth/sign-out', {})
}
