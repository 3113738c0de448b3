import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_66fc65c937b1dec74bd658265698a1a1891c0c45 {
    static final String base64Bytes = String.join("", "rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0eIHSHZnHYZ0DAAFJAARzaXpleHAAAAAMdwQAAAAMc3IAEWphdmEubGFuZy5Cb29sZWFuzSBygNWc+u4CAAFaAAV2YWx1ZXhwAXNyABFqYXZhLmxhbmcuSW50ZWdlchLioKT3gYc4AgABSQAFdmFsdWV4cgAQamF2YS5sYW5nLk51bWJlcoaslR0LlOCLAgAAeHAAAAABc3EAfgAEAAAAGnNxAH4ABAAAAANxAH4AA3NxAH4ABAAAAAJzcQB+AAQAAAAWc3EAfgAEAAAAAHNyAA5qYXZhLmxhbmcuTG9uZzuL5JDMjyPfAgABSgAFdmFsdWV4cQB+AAUAAAAAAAAAAHEAfgALcQB+AAtxAH4ADXg=");

    public static void main(String[] args) throws Throwable {
        Crash_66fc65c937b1dec74bd658265698a1a1891c0c45.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = org.driftscope.fuzz.ArchivedTrialFuzz.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = org.driftscope.fuzz.ArchivedTrialFuzz.class.getMethod("fuzzerInitialize", String[].class);
                fuzzerInitialize.invoke(null, (Object) args);
            } catch (NoSuchMethodException ignored1) {
            } catch (IllegalAccessException | InvocationTargetException e) {
                e.printStackTrace();
                System.exit(1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
        com.code_intelligence.jazzer.api.CannedFuzzedDataProvider input = new com.code_intelligence.jazzer.api.CannedFuzzedDataProvider(base64Bytes);
        org.driftscope.fuzz.ArchivedTrialFuzz.fuzzerTestOneInput(input);
    }
}