/** "Kept." is said once: reloading or sharing the page must not say it again. */

const address = new URL(location.href);
address.searchParams.delete("done");
history.replaceState(history.state, "", address);
