"""The verbs, and the only writers: each gets (db, actor, now, …) and gives values back, in one transaction with a journal line."""
