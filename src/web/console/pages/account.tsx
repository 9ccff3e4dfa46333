import '../books.css'
import { Security } from '../../shared/account/security.tsx'

/** One's own account: where it is signed in, its password, codes from a phone. */
export default function AccountPage() {
  return (
    <div className="book account">
      <Security />
    </div>
  )
}
