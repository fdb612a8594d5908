"""What a Postman collection that enters a project into an account is made of."""
