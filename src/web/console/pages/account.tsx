import '../books.css'
import '../people/own-account.css'
import { Security } from '../../shared/account/security.tsx'
import { StandInCard } from '../../shared/delegation/stand-in-card.tsx'
import { MessagesLater } from '../../shared/messages/messages-later.tsx'
import { useWords } from '../words.ts'

/** One's own account: where it is signed in, its password, codes from a phone, by what one is told, and who stands in. */
export default function AccountPage() {
  const { posts } = useWords().console.session
  return (
    <div className="book own-account">
      <Security />
      <MessagesLater face="console" />
      <StandInCard posts={posts} />
    </div>
  )
}
