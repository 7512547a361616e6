"""The list of complaints."""
