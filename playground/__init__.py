"""What people meet on a screen: the server of the site and, beside it, the playground."""
