-- A pause without an end keeps a row's deadline in the far future; nobody is to read that as a day.
update board set due_at = null where due_at = '9999-12-31T00:00:00Z';
