"""The verbs, and the only writers: (db, actor, now, …) in, values out, in one transaction with a journal line."""
